package org.lecturehalls.standalone;

/** Starts every part on one machine. */
public final class Standalone {

    private Standalone() {}

    public static void main(String[] args) {}
}
