package org.lecturehalls.campaigns;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.SessionFacts;

/** A county's month. Sessions are counted by these, so that no stored count grows without bound. */
record CountyMonth(RegionCode county, YearMonth month) {

    private static final int COUNTY_DIGITS = 6;

    static CountyMonth of(SessionFacts facts, ZoneId zone) {
        return new CountyMonth(county(facts.region()), month(facts.startsAt(), zone));
    }

    static YearMonth month(Instant time, ZoneId zone) {
        return YearMonth.from(time.atZone(zone));
    }

    private static RegionCode county(RegionCode region) {
        var digits = Math.min(COUNTY_DIGITS, region.value().length());
        return new RegionCode(region.value().substring(0, digits));
    }

    /** Reads what {@link #key()} wrote. */
    static CountyMonth parse(String key) {
        var colon = key.indexOf(':');
        return new CountyMonth(new RegionCode(key.substring(0, colon)), YearMonth.parse(key.substring(colon + 1)));
    }

    /** For example {@code 451022:2026-05}. */
    String key() {
        return county + ":" + month;
    }
}
