package org.lecturehalls.support;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.springframework.boot.artemis.autoconfigure.ArtemisConfigurationCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@TestConfiguration(proxyBeanMethods = false)
class TestPlatform {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /** As the standalone platform sets its broker up, with no waiting between deliveries. */
    @Bean
    ArtemisConfigurationCustomizer testBrokerDeadLetters() {
        AddressSettings settings = new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("DLQ"))
                .setAutoCreateDeadLetterResources(false)
                .setMaxDeliveryAttempts(3)
                .setRedeliveryDelay(0);
        return broker -> broker.addAddressSetting("media.#", settings);
    }

    /**
     * Reads each answer to its end, also when a test looks at its status only; the buffers of an answer that nobody reads
     * would never be given back. Streams are left to the test.
     */
    @Bean
    WebTestClientBuilderCustomizer readingWholeAnswers() {
        ExchangeFilterFunction whole = (request, next) -> next.exchange(request).flatMap(TestPlatform::whole);
        return client -> client.filter(whole);
    }

    private static Mono<ClientResponse> whole(ClientResponse response) {
        boolean stream = response.headers()
                .contentType()
                .filter(MediaType.TEXT_EVENT_STREAM::isCompatibleWith)
                .isPresent();
        return stream
                ? Mono.just(response)
                : response.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(body -> response.mutate()
                                .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                                .build());
    }
}
