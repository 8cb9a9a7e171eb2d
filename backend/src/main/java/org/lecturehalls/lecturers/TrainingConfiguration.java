package org.lecturehalls.lecturers;

import org.lecturehalls.lecturers.paper.CertificatePaper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

    private static final int THREADS = 2;
    private static final int QUEUED = 200;

    /** Where PDFs are made, which takes a processor for some tenths of a second each. */
    @Bean(destroyMethod = "dispose")
    Scheduler printing() {
        return Schedulers.newBoundedElastic(THREADS, QUEUED, "printing");
    }

    @Bean
    CertificatePaper certificatePaper() {
        return CertificatePaper.load();
    }
}
