package org.lecturehalls.platform;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * People are told what is wrong by the constraint's name ({@link ProblemMapper}). The validator's own sentences are never
 * shown, and it would read them from files on an event loop.
 */
@Configuration(proxyBeanMethods = false)
class ValidationConfiguration {

    @Bean
    ValidationConfigurationCustomizer noSentencesOfTheValidator() {
        return configuration -> configuration.messageInterpolator(new NoSentences());
    }

    private static final class NoSentences implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }
}
