package org.lecturehalls.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.standalone.ChildJvm;
import org.lecturehalls.standalone.FreePort;

class BrokerPartTest {

    private static final long PATIENCE_MILLIS = 60_000;
    private static final int MESSAGES = 200;

    @TempDir
    private Path folder;

    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        port = FreePort.get();
    }

    @Test
    void losesNoMessageWhenItIsKilled() throws Exception {
        try (ChildJvm broker = ChildJvm.running(BrokerMain.class, folder.toString(), Integer.toString(port))) {
            send(MediaQueues.VIDEO_JOBS, MESSAGES);
            broker.kill();
        }

        withBroker(() -> {
            try (Connection connection = connection()) {
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(MediaQueues.VIDEO_JOBS));
                Set<String> received = new HashSet<>();
                for (int i = 0; i < MESSAGES; i++) {
                    received.add(text(consumer.receive(PATIENCE_MILLIS)));
                }
                assertThat(received).hasSize(MESSAGES);
            }
        });
    }

    @Test
    void setsAMessageAsideThatFailsThreeTimes() throws Exception {
        withBroker(() -> {
            send(MediaQueues.DOCUMENT_JOBS, 1);
            try (Connection connection = connection()) {
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer jobs = session.createConsumer(session.createQueue(MediaQueues.DOCUMENT_JOBS));
                for (int attempt = 1; attempt <= 3; attempt++) {
                    Message message = jobs.receive(PATIENCE_MILLIS);
                    assertThat(message.getIntProperty("JMSXDeliveryCount")).isEqualTo(attempt);
                    session.rollback();
                }
                MessageConsumer deadLetters = session.createConsumer(session.createQueue(MediaQueues.DEAD_LETTERS));
                assertThat(text(deadLetters.receive(PATIENCE_MILLIS))).isEqualTo("message 0");
            }
        });
    }

    @Test
    void waitsBeforeItDeliversAgain() throws Exception {
        withBroker(() -> {
            send(MediaQueues.VIDEO_JOBS, 1);
            try (Connection connection = connection()) {
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer jobs = session.createConsumer(session.createQueue(MediaQueues.VIDEO_JOBS));
                jobs.receive(PATIENCE_MILLIS);
                long failedAt = System.nanoTime();
                session.rollback();
                assertThat(jobs.receive(PATIENCE_MILLIS)).isNotNull();
                assertThat(System.nanoTime() - failedAt).isGreaterThan(1_000_000_000L);
            }
        });
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        withBroker(() -> {
            assertThatThrownBy(() -> connection("platform", "guess")).isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> connection(null, null)).isInstanceOf(JMSException.class);
        });
    }

    private void withBroker(Use use) throws Exception {
        BrokerPart broker = new BrokerPart(new BrokerSettings(folder, "127.0.0.1", port, "platform", "password", ""));
        broker.start();
        try {
            // After a crash the journal is read first.
            await().until(broker::ready);
            use.run();
        } finally {
            broker.stop();
        }
    }

    private void send(String queue, int count) throws JMSException {
        try (Connection connection = connection()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            for (int i = 0; i < count; i++) {
                session.createProducer(session.createQueue(queue)).send(session.createTextMessage("message " + i));
            }
        }
    }

    private Connection connection() throws JMSException {
        return connection("platform", "password");
    }

    private Connection connection(String user, String password) throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
        Connection connection = factory.createConnection(user, password);
        connection.start();
        return connection;
    }

    private static String text(Message message) throws JMSException {
        return ((TextMessage) message).getText();
    }

    private interface Use {
        void run() throws Exception;
    }
}
