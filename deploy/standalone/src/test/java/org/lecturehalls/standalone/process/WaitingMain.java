package org.lecturehalls.standalone.process;

/** A process that says it is ready and waits to be ended. */
public final class WaitingMain {

    private WaitingMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("I am ready, " + ProcessHandle.current().pid());
        Thread.currentThread().join();
    }
}
