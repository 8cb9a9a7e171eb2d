package org.lecturehalls.statistics;

/**
 * What is added up. All are sums, so that figures of parts add up to those of the whole, in any order.
 *
 * @param attendances people at sessions, each session's counted once
 * @param recorded sessions with a record
 * @param stars sum of the ratings
 * @param ratings number of ratings
 */
record Figures(long sessions, long attendances, long recorded, long stars, long ratings) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    Figures plus(Figures other) {
        return new Figures(
                sessions + other.sessions,
                attendances + other.attendances,
                recorded + other.recorded,
                stars + other.stars,
                ratings + other.ratings);
    }

    Figures minus(Figures other) {
        return new Figures(
                sessions - other.sessions,
                attendances - other.attendances,
                recorded - other.recorded,
                stars - other.stars,
                ratings - other.ratings);
    }

    boolean isNone() {
        return equals(NONE);
    }
}
