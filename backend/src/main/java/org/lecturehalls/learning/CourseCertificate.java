package org.lecturehalls.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Says that somebody has done all of a course. It stands, whatever becomes of the course.
 *
 * @param id person and course, so that there is one for each
 * @param code on the paper; who knows it may look the certificate up
 * @param lessons how many the course had
 */
@Document("course_certificates")
record CourseCertificate(
        @Id String id,
        @Indexed(unique = true) String code,
        @Indexed String userId,
        String name,
        String courseId,
        String title,
        int lessons,
        Instant at) {

    /** Days on paper are days of the city. */
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    /** The day of the city on which it was given. */
    LocalDate day() {
        return LocalDate.ofInstant(at, CITY);
    }

    static String id(String userId, String courseId) {
        return userId + ":" + courseId;
    }
}
