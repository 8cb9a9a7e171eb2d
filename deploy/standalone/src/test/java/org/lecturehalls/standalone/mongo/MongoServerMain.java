package org.lecturehalls.standalone.mongo;

import java.nio.file.Path;

/** Runs the embedded database until it is killed. */
public final class MongoServerMain {

    private MongoServerMain() {}

    public static void main(String[] arguments) throws Exception {
        new MongoPart(Path.of(arguments[0]), Integer.parseInt(arguments[1]), "").start();
        System.out.println("started");
        Thread.currentThread().join();
    }
}
