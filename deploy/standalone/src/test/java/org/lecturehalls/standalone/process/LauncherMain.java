package org.lecturehalls.standalone.process;

import java.nio.file.Path;

/** A launcher with one process, which it names once that is ready. */
public final class LauncherMain {

    private LauncherMain() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        ProcessPart part = new ProcessPart(ProcessPartTest.waiting(data), sentence -> {});
        part.start();
        while (!part.ready()) {
            Thread.onSpinWait();
        }
        System.out.println("started");
        Thread.currentThread().join();
    }
}
