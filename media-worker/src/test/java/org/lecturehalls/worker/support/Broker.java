package org.lecturehalls.worker.support;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.lecturehalls.media.contract.MediaQueues;

/** A real broker on a free port, with redelivery and dead letters as in the platform. */
public final class Broker {

    private final ActiveMQServer server;

    public Broker(Path folder) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setSecurityEnabled(false);
        configuration.setPersistenceEnabled(false);
        configuration.setMaxDiskUsage(-1);
        configuration.setBrokerInstance(folder.toFile());
        configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:0?protocols=CORE");
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(MediaQueues.CANCELLATIONS)
                .addRoutingType(RoutingType.MULTICAST));
        for (String queue : new String[] {
            MediaQueues.VIDEO_JOBS,
            MediaQueues.DOCUMENT_JOBS,
            MediaQueues.PHOTO_JOBS,
            MediaQueues.CLAIMS,
            MediaQueues.ANSWERS,
            "DLQ"
        }) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfiguration(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST)));
        }
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setDeadLetterAddress(SimpleString.of("DLQ"))
                        .setMaxDeliveryAttempts(3)
                        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                        .setDefaultQueueRoutingType(RoutingType.ANYCAST));
        server = new ActiveMQServerImpl(configuration);
        server.start();
    }

    public String url() {
        NettyAcceptor acceptor = (NettyAcceptor) server.getRemotingService().getAcceptor("tcp");
        return "tcp://127.0.0.1:" + acceptor.getActualPort();
    }

    /** Messages in a queue, delivered or not, that nobody has acknowledged. */
    public long waiting(String queue) {
        return server.locateQueue(queue).getMessageCount();
    }

    public void close() throws Exception {
        server.stop();
    }
}
