package org.lecturehalls.competitions;

import org.lecturehalls.regions.RegionCode;

/**
 * Where a person belongs, as far as the platform knows; empty texts where it does not.
 *
 * @param region of the person's account or, when the person never signed in, of the lecturer's record
 */
record Affiliation(String userId, String region, String hallId, String teamId) {

    private static final int COUNTY = 6;

    /** A city's contest is not judged by neighbours; in a county's own contest everybody is one. */
    boolean sameCounty(String other, RegionCode contest) {
        return contest.value().length() < COUNTY
                && region.length() >= COUNTY
                && other.length() >= COUNTY
                && region.substring(0, COUNTY).equals(other.substring(0, COUNTY));
    }

    boolean sameHall(Affiliation other) {
        return !hallId.isEmpty() && hallId.equals(other.hallId);
    }

    boolean sameTeam(Affiliation other) {
        return !teamId.isEmpty() && teamId.equals(other.teamId);
    }

    boolean isUnknown() {
        return region.isEmpty();
    }
}
