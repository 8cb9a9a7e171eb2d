package org.lecturehalls.sessions;

/**
 * What a lecturer has done in a span of time.
 *
 * @param sessions that took place
 * @param halls at how many halls and places
 * @param attendances people who came, each once a session
 * @param starsSum sum of the ratings, of which there are {@code ratings}
 * @param requests sessions among them that somebody had asked for
 */
public record WorkDone(
        String lecturerId, int sessions, int halls, int attendances, int starsSum, int ratings, int requests) {}
