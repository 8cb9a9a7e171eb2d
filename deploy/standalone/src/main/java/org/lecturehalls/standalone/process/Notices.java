package org.lecturehalls.standalone.process;

/** Takes what the person at the terminal should know while the platform runs. */
public interface Notices {
    void say(String sentence);
}
