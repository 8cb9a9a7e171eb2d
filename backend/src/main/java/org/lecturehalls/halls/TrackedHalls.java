package org.lecturehalls.halls;

import org.lecturehalls.history.TrackedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Changes of halls can be searched. */
@Configuration(proxyBeanMethods = false)
class TrackedHalls {

    @Bean
    TrackedKind hallChanges() {
        return TrackedKind.of("halls", Hall.class, "name");
    }
}
