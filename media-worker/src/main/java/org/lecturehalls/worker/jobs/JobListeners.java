package org.lecturehalls.worker.jobs;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.MessageListener;
import org.lecturehalls.media.contract.MediaQueues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/** Makes the listeners: one job at a time from each queue, acknowledged after the answer. */
final class JobListeners {

    private static final Logger LOG = LoggerFactory.getLogger(JobListeners.class);

    private final ConnectionFactory connections;

    JobListeners(ConnectionFactory connections) {
        this.connections = connections;
    }

    DefaultMessageListenerContainer queue(String name, MessageListener listener) {
        DefaultMessageListenerContainer container = container(name, listener);
        // The commit after the listener has returned is the acknowledgement.
        container.setSessionTransacted(true);
        return container;
    }

    /** Several at a time, of the messages that this worker's ffmpeg fits. */
    DefaultMessageListenerContainer parts(String build, int atATime, MessageListener listener) {
        DefaultMessageListenerContainer container = queue(MediaQueues.PART_JOBS, listener);
        container.setMessageSelector(MediaQueues.BUILD_PROPERTY + " = '" + build + "'");
        container.setConcurrentConsumers(atATime);
        return container;
    }

    DefaultMessageListenerContainer topic(String name, MessageListener listener) {
        DefaultMessageListenerContainer container = container(name, listener);
        container.setPubSubDomain(true);
        return container;
    }

    private DefaultMessageListenerContainer container(String name, MessageListener listener) {
        DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();
        container.setConnectionFactory(connections);
        container.setDestinationName(name);
        container.setMessageListener(listener);
        container.setBeanName(name);
        container.setCacheLevel(DefaultMessageListenerContainer.CACHE_CONSUMER);
        ExponentialBackOff backOff = new ExponentialBackOff(1_000, 2);
        backOff.setMaxInterval(10_000);
        container.setBackOff(backOff);
        container.setErrorHandler(error -> LOG.warn("A message goes back to {}: {}", name, error.getMessage()));
        return container;
    }

    static String[] names(boolean documents) {
        return documents
                ? new String[] {MediaQueues.VIDEO_JOBS, MediaQueues.PHOTO_JOBS, MediaQueues.DOCUMENT_JOBS}
                : new String[] {MediaQueues.VIDEO_JOBS, MediaQueues.PHOTO_JOBS};
    }
}
