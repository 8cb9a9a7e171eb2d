package org.lecturehalls.support;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.springframework.boot.artemis.autoconfigure.ArtemisConfigurationCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class TestPlatform {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /** As the standalone platform sets its broker up, with no waiting between deliveries. */
    @Bean
    ArtemisConfigurationCustomizer deadLetters() {
        AddressSettings settings = new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("DLQ"))
                .setAutoCreateDeadLetterResources(false)
                .setMaxDeliveryAttempts(3)
                .setRedeliveryDelay(0);
        return broker -> broker.addAddressSetting("media.#", settings);
    }
}
