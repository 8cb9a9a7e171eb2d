package org.lecturehalls.divisions;

import java.util.stream.IntStream;
import org.lecturehalls.regions.RegionCode;

/** How far down in the tree a division is; the length of its code tells. */
public enum DivisionLevel {
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP,
    VILLAGE;

    static DivisionLevel of(RegionCode code) {
        return switch (code.value().length()) {
            case 2 -> PROVINCE;
            case 4 -> CITY;
            case 6 -> COUNTY;
            case 9 -> TOWNSHIP;
            default -> VILLAGE;
        };
    }

    /** Lengths of the codes of all levels above one with a code of this length. */
    static int[] lengthsAbove(int length) {
        return IntStream.of(2, 4, 6, 9).filter(l -> l < length).toArray();
    }
}
