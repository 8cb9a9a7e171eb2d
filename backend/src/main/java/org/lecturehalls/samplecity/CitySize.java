package org.lecturehalls.samplecity;

/** How much of everything there is. The whole city has what Baise reports for itself. */
record CitySize(int halls, int bases, int teams, int lecturers, int courses, int sessions, int attendances) {

    private static final CitySize WHOLE = new CitySize(2_188, 183, 136, 3_000, 60, 10_000, 1_500_000);

    /** At least one of each. */
    static CitySize oneOf(int parts) {
        return new CitySize(
                part(WHOLE.halls, parts),
                part(WHOLE.bases, parts),
                part(WHOLE.teams, parts),
                part(WHOLE.lecturers, parts),
                part(WHOLE.courses, parts),
                part(WHOLE.sessions, parts),
                part(WHOLE.attendances, parts));
    }

    private static int part(int whole, int parts) {
        return Math.max(1, whole / parts);
    }
}
