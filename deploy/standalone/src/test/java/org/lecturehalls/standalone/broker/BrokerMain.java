package org.lecturehalls.standalone.broker;

import java.nio.file.Path;

/** Runs the embedded broker until it is killed. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        BrokerPart.letNettyFreeMemory();
        new BrokerPart(new BrokerSettings(
                        Path.of(arguments[0]), "127.0.0.1", Integer.parseInt(arguments[1]), "platform", "password", ""))
                .start();
        System.out.println("started");
        Thread.currentThread().join();
    }
}
