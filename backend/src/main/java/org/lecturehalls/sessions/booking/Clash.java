package org.lecturehalls.sessions.booking;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;

/** Names what stands in the way of a booking. */
final class Clash {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Clash() {}

    static ConflictException of(Resource resource, Claim claim, ZoneId zone) {
        var problem = FieldProblem.of(
                field(resource),
                resource.kind().prefix() + "-booked",
                claim.title(),
                claim.place(),
                DAY_AND_TIME.format(claim.from().atZone(zone)),
                TIME.format(claim.to().atZone(zone)));
        return ConflictException.naming("double-booking", List.of(problem));
    }

    private static String field(Resource resource) {
        return switch (resource.kind()) {
            case HALL -> "hallId";
            case LECTURER -> "lecturerIds[" + resource.id() + "]";
            case VEHICLE -> "vehicleId";
        };
    }
}
