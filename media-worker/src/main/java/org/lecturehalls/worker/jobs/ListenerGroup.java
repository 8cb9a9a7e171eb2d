package org.lecturehalls.worker.jobs;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/** All listeners as one, which says when the broker is there. */
final class ListenerGroup implements SmartLifecycle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerGroup.class);

    private final String workerId;
    private final ConnectionFactory broker;
    private final List<DefaultMessageListenerContainer> containers;
    private volatile boolean started;

    ListenerGroup(String workerId, ConnectionFactory broker, List<DefaultMessageListenerContainer> containers) {
        this.workerId = workerId;
        this.broker = broker;
        this.containers = List.copyOf(containers);
        this.containers.forEach(DefaultMessageListenerContainer::afterPropertiesSet);
    }

    @Override
    public void start() {
        started = true;
        containers.forEach(DefaultMessageListenerContainer::start);
        Thread thread = new Thread(this::announce, "ready");
        thread.setDaemon(true);
        thread.start();
    }

    private void announce() {
        RetryTemplate untilThere = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(Integer.MAX_VALUE)
                .delay(Duration.ofSeconds(1))
                .includes(JMSException.class)
                .build());
        try {
            untilThere.execute(this::connect);
            LOG.info("Worker {} is ready", workerId);
        } catch (RetryException e) {
            LOG.warn("Worker {} cannot reach the broker: {}", workerId, e.getMessage());
        }
    }

    private boolean connect() throws JMSException {
        broker.createConnection().close();
        return true;
    }

    @Override
    public void stop() {
        containers.forEach(DefaultMessageListenerContainer::stop);
        started = false;
    }

    @Override
    public void stop(Runnable callback) {
        AtomicInteger left = new AtomicInteger(containers.size());
        started = false;
        containers.forEach(container -> container.stop(() -> {
            if (left.decrementAndGet() == 0) {
                callback.run();
            }
        }));
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public void close() {
        containers.forEach(DefaultMessageListenerContainer::destroy);
    }
}
