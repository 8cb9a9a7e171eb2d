package org.lecturehalls.samplecity;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.lecturehalls.regions.RegionCode;

/**
 * A place on the map: the county's seat as it is, to a hundredth of a degree; townships and villages scattered around it.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
record MapPoint(double latitude, double longitude) {

    private static final MapPoint CITY = new MapPoint(23.90, 106.62);
    private static final Map<String, MapPoint> SEATS = Map.ofEntries(
            Map.entry("451002", CITY),
            Map.entry("451003", new MapPoint(23.74, 106.92)),
            Map.entry("451022", new MapPoint(23.60, 107.13)),
            Map.entry("451024", new MapPoint(23.32, 106.62)),
            Map.entry("451026", new MapPoint(23.39, 105.83)),
            Map.entry("451027", new MapPoint(24.35, 106.56)),
            Map.entry("451028", new MapPoint(24.78, 106.56)),
            Map.entry("451029", new MapPoint(24.29, 106.23)),
            Map.entry("451030", new MapPoint(24.49, 105.09)),
            Map.entry("451031", new MapPoint(24.77, 105.34)),
            Map.entry("451081", new MapPoint(23.13, 106.42)),
            Map.entry("451082", new MapPoint(23.33, 107.59)));

    /** Half the width of a county, and of a township, in degrees. */
    private static final double COUNTY = 0.20;

    private static final double TOWNSHIP = 0.04;

    static MapPoint in(RegionCode region) {
        String code = region.value();
        MapPoint point = SEATS.getOrDefault(code.substring(0, Math.min(6, code.length())), CITY);
        if (code.length() >= 9) {
            point = point.shifted(new SplittableRandom(code.substring(0, 9).hashCode()), COUNTY);
        }
        return code.length() >= 12 ? point.shifted(new SplittableRandom(code.hashCode()), TOWNSHIP) : point;
    }

    private MapPoint shifted(RandomGenerator random, double most) {
        return new MapPoint(
                rounded(latitude + (2 * random.nextDouble() - 1) * most),
                rounded(longitude + (2 * random.nextDouble() - 1) * most));
    }

    /** To some ten metres. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 10_000) / 10_000.0;
    }
}
