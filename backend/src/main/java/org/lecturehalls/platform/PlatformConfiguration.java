package org.lecturehalls.platform;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MongoCustomConversions mongoCustomConversions(ObjectProvider<MongoConversion> conversions) {
        List<?> converters = conversions
                .orderedStream()
                .flatMap(conversion -> conversion.converters().stream())
                .toList();
        return MongoCustomConversions.create(adapter -> adapter.registerConverters(converters));
    }
}
