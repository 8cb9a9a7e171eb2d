package org.lecturehalls.learning;

/**
 * A stretch of a lesson that was watched.
 *
 * @param from seconds from the beginning, included
 * @param to seconds from the beginning; after {@code from}
 */
record Span(double from, double to) {

    Span {
        if (!(from >= 0 && to > from && to < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not a stretch of time: " + from + " to " + to);
        }
    }

    double seconds() {
        return to - from;
    }
}
