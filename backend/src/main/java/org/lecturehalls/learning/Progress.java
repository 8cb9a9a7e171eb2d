package org.lecturehalls.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far somebody has come with a lesson.
 *
 * @param id person and lesson, so that saving is one write by id
 * @param positionSeconds where the person stopped last, on whichever device
 * @param updatedAt when the person was there, by the clock of the backend
 * @param beganAt from when on the person can have watched it
 * @param watched what was watched; it only grows
 * @param completedAt when enough was watched for the first time; it stays
 * @param version grows with each write
 */
@Document("progress")
@CompoundIndex(def = "{'userId': 1, 'updatedAt': -1}")
record Progress(
        @Id String id,
        String userId,
        String lessonId,
        String courseId,
        double positionSeconds,
        Instant updatedAt,
        Instant beganAt,
        List<Span> watched,
        @Nullable Instant completedAt,
        long version) {

    /** The version of what is not stored yet. */
    static final long NEW = 0;

    /** Players offer twice the speed at most. */
    private static final double FASTEST = 2;

    /** Clocks and reports are not exact. */
    private static final double SLACK_SECONDS = 10;

    /** A device may have been without network for so long. */
    private static final Duration LONGEST_ABSENCE = Duration.ofDays(30);

    /** Who has watched this much of a lesson has seen it; openings and credits are skipped. */
    private static final double ENOUGH = 0.9;

    static String id(String userId, String lessonId) {
        return userId + ":" + lessonId;
    }

    Coverage coverage() {
        return new Coverage(watched);
    }

    /** Nothing watched yet. */
    static Progress begun(Report report, Instant now) {
        Duration spent = report.spent().compareTo(LONGEST_ABSENCE) > 0 ? LONGEST_ABSENCE : report.spent();
        return new Progress(
                report.id(),
                report.userId(),
                report.lessonId(),
                report.courseId(),
                0,
                Instant.EPOCH,
                now.minus(spent),
                List.of(),
                null,
                NEW);
    }

    /**
     * With a report. What was watched is the union of all reports, but no more than the time since the person began allows;
     * the position is that of the report with the later time. To take a report twice, or two in another order, changes
     * nothing.
     */
    Progress with(Report report, Instant now) {
        double possible = Duration.between(beganAt, now).toMillis() / 1000.0 * FASTEST + SLACK_SECONDS;
        double end = report.lessonSeconds() == null ? Watching.LONGEST_SECONDS : report.lessonSeconds();
        Coverage before = coverage();
        Coverage after = before.plus(before.credible(report.watched(), end, possible - before.seconds()));
        boolean later = !report.at().isBefore(updatedAt);
        return new Progress(
                id,
                userId,
                lessonId,
                report.courseId(),
                later ? report.positionSeconds() : positionSeconds,
                later ? report.at() : updatedAt,
                beganAt,
                after.spans(),
                completedAt == null && isEnough(after, report) ? now : completedAt,
                version);
    }

    private static boolean isEnough(Coverage coverage, Report report) {
        if (report.finished()) {
            return true;
        }
        Double lessonSeconds = report.lessonSeconds();
        return lessonSeconds != null && lessonSeconds > 0 && coverage.seconds() >= lessonSeconds * ENOUGH;
    }

    Progress next() {
        return new Progress(
                id, userId, lessonId, courseId, positionSeconds, updatedAt, beganAt, watched, completedAt, version + 1);
    }
}
