package org.lecturehalls.curricula;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.ChangeKind;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Pinyin;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A course as it is stored. Each change is one write of the whole document, which fails when the document was changed
 * meanwhile, so that a rule checked on what was read holds for what is written.
 *
 * @param description what its owner says of it
 * @param region its owner's region when it was made: officers of that region decide about it
 * @param reviewNote why it was returned; null unless it was
 * @param publishedAt when it was last published; null when it never was
 * @param pinyin how its title sounds, for the search; null in courses that are older than it
 * @param revises id of the published course whose place this one's content is to take; each has one at a time
 * @param deletedAt when its owner put it away; null while it is in use
 * @param latest who changed it last; null in courses that are older than their history
 * @param version null until it is stored
 */
@Document("courses")
@CompoundIndex(def = "{'state': 1, 'publishedAt': -1, '_id': -1}")
@CompoundIndex(def = "{'state': 1, 'region': 1, '_id': 1}")
record Course(
        @Id String id,
        Description description,
        CourseState state,
        RegionCode region,
        @Indexed String ownerId,
        String ownerName,
        List<Lesson> lessons,
        @Nullable String reviewNote,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable List<String> pinyin,
        @Indexed(unique = true, sparse = true) @Nullable String revises,
        @Nullable Instant deletedAt,
        @Nullable Revision latest,
        @Version @Nullable Long version) {

    Course {
        lessons = List.copyOf(lessons);
    }

    /**
     * What its owner says of a course.
     *
     * @param subject id of a subject area
     * @param prerequisites ids of courses to be watched before
     */
    record Description(
            String title,
            String summary,
            CourseFormat format,
            String language,
            @Nullable String subject,
            @Nullable CourseAudience audience,
            @Nullable List<String> prerequisites) {

        List<String> required() {
            return prerequisites == null ? List.of() : prerequisites;
        }
    }

    static Course draft(String id, Description description, CurrentUser owner, Instant now) {
        return new Course(
                id,
                description,
                CourseState.DRAFT,
                owner.region(),
                owner.id(),
                owner.name(),
                List.of(),
                null,
                now,
                null,
                Pinyin.lines(description.title()),
                null,
                null,
                new Revision(1, owner.id(), owner.name(), now, ChangeKind.CREATED, List.of()),
                null);
    }

    /** A draft of what is to take the place of this course's description and lessons. */
    Course revision(String otherId, Revision first) {
        return new Course(
                otherId,
                description,
                CourseState.DRAFT,
                region,
                ownerId,
                ownerName,
                lessons,
                null,
                first.at(),
                null,
                pinyin,
                id,
                null,
                first,
                null);
    }

    Course with(Description other) {
        return new Course(
                id,
                other,
                state,
                region,
                ownerId,
                ownerName,
                lessons,
                reviewNote,
                createdAt,
                publishedAt,
                Pinyin.lines(other.title()),
                revises,
                deletedAt,
                latest,
                version);
    }

    Course with(List<Lesson> others) {
        return changed(state, others, reviewNote, publishedAt, deletedAt, latest);
    }

    /** This course with a revision's content; its place in the catalogue stays. */
    Course renewed(Course revision) {
        return with(revision.description).with(revision.lessons);
    }

    Course withLesson(Lesson lesson) {
        List<Lesson> more = new ArrayList<>(lessons);
        more.add(lesson);
        return with(more);
    }

    Course without(Lesson lesson) {
        return with(lessons.stream().filter(each -> !each.equals(lesson)).toList());
    }

    Course withLessons(UnaryOperator<Lesson> change) {
        return with(lessons.stream().map(change).toList());
    }

    Course in(CourseState next) {
        return reviewed(next, null, publishedAt);
    }

    Course returned(String note) {
        return reviewed(CourseState.RETURNED, note, publishedAt);
    }

    Course published(Instant now) {
        return reviewed(CourseState.PUBLISHED, null, now);
    }

    private Course reviewed(CourseState next, @Nullable String note, @Nullable Instant published) {
        return changed(next, lessons, note, published, deletedAt, latest);
    }

    Course deleted(@Nullable Instant at) {
        return changed(state, lessons, reviewNote, publishedAt, at, latest);
    }

    Course after(Revision revision) {
        return changed(state, lessons, reviewNote, publishedAt, deletedAt, revision);
    }

    private Course changed(
            CourseState next,
            List<Lesson> others,
            @Nullable String note,
            @Nullable Instant published,
            @Nullable Instant deleted,
            @Nullable Revision revision) {
        return new Course(
                id,
                description,
                next,
                region,
                ownerId,
                ownerName,
                others,
                note,
                createdAt,
                published,
                pinyin,
                revises,
                deleted,
                revision,
                version);
    }

    /** The id under which the audience knows, or will know, its content. */
    String lineage() {
        return revises == null ? id : revises;
    }

    Optional<Lesson> lesson(String lessonId) {
        return lessons.stream().filter(each -> each.id().equals(lessonId)).findFirst();
    }

    long storedVersion() {
        return version == null ? 0 : version;
    }
}
