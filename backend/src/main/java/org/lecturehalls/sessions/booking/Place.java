package org.lecturehalls.sessions.booking;

/** A point on the ground, in degrees (WGS 84). */
public record Place(double latitude, double longitude) {

    /** Mean radius of the earth, IUGG. */
    private static final double EARTH_KILOMETRES = 6371.0088;

    /** The straight line over the ground (haversine formula); within 0.5 % of the true one. */
    public double kilometresTo(Place other) {
        var up = Math.toRadians(other.latitude - latitude);
        var across = Math.toRadians(other.longitude - longitude);
        var square = Math.pow(Math.sin(up / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(across / 2), 2);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.sqrt(Math.min(1, square)));
    }
}
