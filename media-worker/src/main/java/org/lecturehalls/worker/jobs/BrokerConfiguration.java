package org.lecturehalls.worker.jobs;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.boot.artemis.autoconfigure.ArtemisProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/** Connections to the broker: one kind for taking jobs, one for saying something. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArtemisProperties.class)
class BrokerConfiguration {

    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    /** How long a frozen or cut-off worker keeps its jobs. */
    private static final Duration CONNECTION_TTL = Duration.ofSeconds(30);

    @Bean
    ActiveMQConnectionFactory brokerConnections(ArtemisProperties broker) throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.getBrokerUrl());
        factory.setUser(broker.getUser());
        factory.setPassword(broker.getPassword());
        // No job waits at a worker that is busy with another one.
        factory.setConsumerWindowSize(0);
        factory.setConnectionTTL(CONNECTION_TTL.toMillis());
        factory.setClientFailureCheckPeriod(CONNECTION_TTL.toMillis() / 3);
        factory.setCallTimeout(CLAIM_TIMEOUT.toMillis());
        factory.setBlockOnDurableSend(true);
        // The listeners and the sender connect anew themselves, and know then what was lost.
        factory.setReconnectAttempts(0);
        return factory;
    }

    @Bean
    JmsTemplate backendMessages(ActiveMQConnectionFactory brokerConnections) {
        ConnectionFactory cached = new CachingConnectionFactory(brokerConnections);
        JmsTemplate template = new JmsTemplate(cached);
        template.setReceiveTimeout(CLAIM_TIMEOUT.toMillis());
        return template;
    }
}
