package org.lecturehalls.statistics;

import org.lecturehalls.answers.SharedAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Dashboards ask for the same figures over and over, and all of one region see the same. */
@Configuration(proxyBeanMethods = false)
class StatisticsAnswers {

    private final StatisticsSettings settings;

    StatisticsAnswers(StatisticsSettings settings) {
        this.settings = settings;
    }

    @Bean
    SharedAnswer sharedSummary() {
        return SharedAnswer.forEverybody(StatisticsAccess.STATISTICS + "/summary", settings.fresh());
    }

    @Bean
    SharedAnswer sharedMonths() {
        return byRegion("/months");
    }

    @Bean
    SharedAnswer sharedCounties() {
        return byRegion("/counties");
    }

    @Bean
    SharedAnswer sharedBreakdown() {
        return byRegion("/breakdown");
    }

    private SharedAnswer byRegion(String path) {
        return SharedAnswer.byRegion(StatisticsAccess.STATISTICS + path, settings.fresh());
    }
}
