package org.lecturehalls.curricula;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lecturehalls.history.ChangeKind;
import org.lecturehalls.history.FieldChange;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;

/** Tells what a change of a course changed. */
final class CourseHistory {

    private static final int MOST_SHOWN = 4000;

    private CourseHistory() {}

    /** The revision that a change leads to; it counts from 1, the stored version from 0. */
    static Revision next(Course before, Course after, CurrentUser user, Instant now, ChangeKind kind) {
        var changes = Revision.differences(fields(before), fields(after)).stream()
                .map(CourseHistory::shortened)
                .toList();
        return new Revision(before.storedVersion() + 2, user.id(), user.name(), now, kind, changes);
    }

    /** The revision that a decision about a file of its lessons leads to. */
    static Revision next(Course before, CurrentUser user, Instant now, FieldChange decision) {
        var changes = List.of(shortened(decision));
        return new Revision(before.storedVersion() + 2, user.id(), user.name(), now, ChangeKind.CHANGED, changes);
    }

    private static Map<String, String> fields(Course course) {
        Course.Description said = course.description();
        Map<String, String> fields = new HashMap<>();
        fields.put("title", said.title());
        fields.put("summary", said.summary());
        fields.put("format", said.format().name());
        fields.put("language", said.language());
        fields.put("subject", Objects.requireNonNullElse(said.subject(), ""));
        fields.put("audience", said.audience() == null ? "" : said.audience().name());
        fields.put("prerequisites", String.join("；", said.required()));
        fields.put("state", course.state().name());
        fields.put("reviewNote", Objects.requireNonNullElse(course.reviewNote(), ""));
        fields.put("lessons", course.lessons().stream().map(Lesson::title).collect(Collectors.joining("；")));
        return fields;
    }

    /** Two hundred lessons each time one of them changes would be more history than course. */
    private static FieldChange shortened(FieldChange change) {
        return new FieldChange(change.field(), shortened(change.before()), shortened(change.after()));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
