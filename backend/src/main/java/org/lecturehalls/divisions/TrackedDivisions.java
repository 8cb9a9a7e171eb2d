package org.lecturehalls.divisions;

import org.lecturehalls.history.TrackedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Changes of divisions can be searched. */
@Configuration(proxyBeanMethods = false)
class TrackedDivisions {

    @Bean
    TrackedKind divisionChanges() {
        return new TrackedKind("regions", Division.class, "latest", "_id", "name");
    }
}
