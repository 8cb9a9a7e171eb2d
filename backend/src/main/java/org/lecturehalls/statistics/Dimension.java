package org.lecturehalls.statistics;

import java.util.Locale;

/** By what figures can be broken down. */
enum Dimension {
    TOWNSHIP,
    HALL,
    LECTURER,
    SUBJECT,
    FORMAT,
    AUDIENCE;

    String heading(String key) {
        return prefix() + key;
    }

    String prefix() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }
}
