package org.lecturehalls.standalone.broker;

import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.lecturehalls.media.contract.MediaQueues;

/** The broker's settings: what is persistent, how often a message is tried, how much memory it may take. */
final class BrokerConfiguration {

    private static final int DELIVERIES = 3;
    private static final long REDELIVERY_DELAY_MILLIS = 2_000;
    private static final long LONGEST_REDELIVERY_DELAY_MILLIS = 30_000;
    private static final double DELAY_GROWS_BY = 3;
    /** The parts of a frozen worker are with another one well within a minute. */
    private static final long CONNECTION_TTL_MILLIS = 30_000;

    private static final long MEMORY_PER_ADDRESS = 8L * 1024 * 1024;
    private static final long MEMORY_IN_ALL = 48L * 1024 * 1024;
    private static final int PAGE_BYTES = 1024 * 1024;
    private static final int JOURNAL_FILE_BYTES = 2 * 1024 * 1024;
    private static final long DISK_TO_LEAVE_FREE = 256L * 1024 * 1024;

    private static final List<String> QUEUES = List.of(
            MediaQueues.VIDEO_JOBS,
            MediaQueues.DOCUMENT_JOBS,
            MediaQueues.PHOTO_JOBS,
            MediaQueues.PART_JOBS,
            MediaQueues.PACK_JOBS,
            MediaQueues.CLAIMS,
            MediaQueues.ANSWERS,
            MediaQueues.DEAD_LETTERS);

    private BrokerConfiguration() {}

    static Configuration of(BrokerSettings settings) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("lecture-halls");
        configuration.setSecurityEnabled(true);
        configuration.setConnectionTTLOverride(CONNECTION_TTL_MILLIS);
        configuration.addAcceptorConfiguration(acceptor(settings));
        keepOnDisk(configuration, settings);
        QUEUES.forEach(name -> configuration.addAddressConfiguration(queue(name)));
        configuration.addAddressConfiguration(topic(MediaQueues.CANCELLATIONS));
        configuration.addAddressSetting("#", addressSettings());
        return configuration;
    }

    private static TransportConfiguration acceptor(BrokerSettings settings) {
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of(
                        TransportConstants.HOST_PROP_NAME, settings.listenOn(),
                        TransportConstants.PORT_PROP_NAME, settings.port(),
                        TransportConstants.PROTOCOLS_PROP_NAME, "CORE"),
                "tcp");
    }

    /**
     * A message counts as sent once it is on disk. Percent limits are off: a laptop's disk is often over 90 % full and has room
     * all the same.
     */
    private static void keepOnDisk(ConfigurationImpl configuration, BrokerSettings settings) {
        String folder = settings.folder().toString();
        configuration.setPersistenceEnabled(true);
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalFileSize(JOURNAL_FILE_BYTES);
        configuration.setJournalSyncTransactional(true);
        configuration.setJournalSyncNonTransactional(true);
        configuration.setJournalDirectory(folder + "/journal");
        configuration.setBindingsDirectory(folder + "/bindings");
        configuration.setPagingDirectory(folder + "/paging");
        configuration.setLargeMessagesDirectory(folder + "/large-messages");
        configuration.setMaxDiskUsage(-1);
        configuration.setMinDiskFree(DISK_TO_LEAVE_FREE);
        configuration.setGlobalMaxSize(MEMORY_IN_ALL);
    }

    private static CoreAddressConfiguration queue(String name) {
        QueueConfiguration queue = QueueConfiguration.of(name)
                .setAddress(name)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true);
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(queue);
    }

    private static CoreAddressConfiguration topic(String name) {
        return new CoreAddressConfiguration().setName(name).addRoutingType(RoutingType.MULTICAST);
    }

    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(MediaQueues.DEAD_LETTERS))
                .setMaxDeliveryAttempts(DELIVERIES)
                .setRedeliveryDelay(REDELIVERY_DELAY_MILLIS)
                .setRedeliveryMultiplier(DELAY_GROWS_BY)
                .setMaxRedeliveryDelay(LONGEST_REDELIVERY_DELAY_MILLIS)
                .setMaxSizeBytes(MEMORY_PER_ADDRESS)
                .setPageSizeBytes(PAGE_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST);
    }
}
