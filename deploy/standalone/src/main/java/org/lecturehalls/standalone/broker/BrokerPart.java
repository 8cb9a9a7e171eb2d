package org.lecturehalls.standalone.broker;

import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.standalone.part.Part;
import org.lecturehalls.standalone.part.StartFailure;

/** A message broker in this process, with its journal in a folder. */
public final class BrokerPart implements Part {

    private static final String NETTY_WITHOUT_UNSAFE = "io.netty.noUnsafe";

    private final BrokerSettings settings;
    private @Nullable ActiveMQServer server;

    public BrokerPart(BrokerSettings settings) {
        this.settings = settings;
    }

    /**
     * On JDK 24 and later Netty frees no memory that others gave it unless asked to, and the broker then cannot read its journal
     * again. Must come before Netty is first used.
     */
    public static void letNettyFreeMemory() {
        if (System.getProperty(NETTY_WITHOUT_UNSAFE) == null) {
            System.setProperty(NETTY_WITHOUT_UNSAFE, "false");
        }
    }

    @Override
    public String name() {
        return "Artemis";
    }

    @Override
    public String address() {
        return "tcp://" + settings.listenOn() + ":" + settings.port();
    }

    @Override
    public String log() {
        return settings.log();
    }

    @Override
    public void start() throws IOException {
        if (!PlatformDependent.hasUnsafe()) {
            throw new StartFailure("The message broker cannot free the memory its journal is read into: start Java with"
                    + " --sun-misc-unsafe-memory-access=allow");
        }
        Files.createDirectories(settings.folder());
        try {
            Configuration configuration = BrokerConfiguration.of(settings);
            server = new ActiveMQServerImpl(configuration, new OneUser(settings.user(), settings.password()));
            server.start();
        } catch (Exception e) {
            throw new StartFailure("The message broker did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean ready() {
        return server != null && server.isActive();
    }

    @Override
    public void stop() {
        if (server == null) {
            return;
        }
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The message broker did not stop", e);
        } finally {
            server = null;
        }
    }
}
