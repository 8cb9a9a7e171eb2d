package org.lecturehalls.media.contract;

/** What is heard in a recording, which decides what may be done to it. */
public enum SoundChoice {
    /** Somebody speaks: made clear, and everywhere equally loud. */
    SPEECH,
    /** Mountain songs, opera, clapper talk: the performers' loud and soft stay as they are. */
    MUSIC
}
