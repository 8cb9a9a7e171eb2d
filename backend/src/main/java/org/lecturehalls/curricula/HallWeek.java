package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.lecturehalls.media.OfflineFile;
import org.lecturehalls.media.OfflineFiles;
import org.lecturehalls.media.OfflineState;

/**
 * Everything that a hall needs to show a week's lectures without a network.
 *
 * @param monday first day of the week
 * @param bytes of all files that are there
 * @param missing how many lessons have no files yet
 */
record HallWeek(String hallId, LocalDate monday, List<Item> lessons, long bytes, int missing) {

    /** A lesson of a course that is taught in a session; one that several sessions teach stands with the first. */
    @Schema(name = "HallWeekLesson")
    record Item(
            String sessionId,
            Instant startsAt,
            String courseId,
            String courseTitle,
            String lessonId,
            String title,
            OfflineFiles offline) {}

    static HallWeek of(String hallId, LocalDate monday, List<Item> lessons) {
        long bytes = lessons.stream()
                .flatMap(item -> item.offline().files().stream())
                .mapToLong(OfflineFile::bytes)
                .sum();
        long missing = lessons.stream()
                .filter(item -> item.offline().state() != OfflineState.READY)
                .count();
        return new HallWeek(hallId, monday, lessons, bytes, (int) missing);
    }

    /** As {@code sha256sum --check} reads it. */
    String checksums() {
        return lessons.stream()
                .flatMap(item -> item.offline().files().stream())
                .distinct()
                .map(file -> file.sha256() + "  " + file.fileName() + "\n")
                .collect(Collectors.joining());
    }
}
