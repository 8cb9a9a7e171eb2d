package org.lecturehalls.sessions.booking;

/** One hall, lecturer or vehicle. */
public record Resource(ResourceKind kind, String id) {

    public static Resource hall(String id) {
        return new Resource(ResourceKind.HALL, id);
    }

    public static Resource lecturer(String id) {
        return new Resource(ResourceKind.LECTURER, id);
    }

    public static Resource vehicle(String id) {
        return new Resource(ResourceKind.VEHICLE, id);
    }
}
