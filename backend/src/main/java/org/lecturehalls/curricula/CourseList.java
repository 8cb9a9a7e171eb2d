package org.lecturehalls.curricula;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.exchange.Column;
import org.lecturehalls.exchange.ExchangedList;
import org.lecturehalls.exchange.RowCells;
import org.lecturehalls.exchange.RowOutcome;
import org.lecturehalls.history.ChangeKind;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.DomainException;
import org.lecturehalls.platform.FieldProblem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Courses as rows of a spreadsheet. A row with an id that nobody has yet begins a draft under it; other rows change what
 * one's own drafts say of themselves.
 */
@Component
class CourseList implements ExchangedList<CourseRow> {

    private static final List<Column> COLUMNS = List.of(
            Column.required("id", "标识"),
            Column.required("title", "名称"),
            Column.optional("summary", "简介"),
            Column.required("format", "形式"),
            Column.required("language", "语言"),
            Column.optional("subject", "主题"),
            Column.optional("audience", "对象"),
            Column.optional("prerequisites", "先修课程标识"),
            Column.informative("state", "状态"));

    private final CourseStore store;
    private final SubjectAreas subjects;
    private final Prerequisites prerequisites;
    private final Clock clock;

    CourseList(CourseStore store, SubjectAreas subjects, Prerequisites prerequisites, Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.prerequisites = prerequisites;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "courses";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PUBLICITY, Role.ADMIN);
    }

    @Override
    public CourseRow read(RowCells row) {
        CourseAudience audience = row.text("audience").isEmpty() ? null : row.choice("audience", CourseAudience.LABELS);
        return new CourseRow(
                row.text("id"),
                row.text("title"),
                row.text("summary"),
                row.choice("format", CourseFormat.LABELS),
                row.text("language"),
                row.textOrNull("subject"),
                audience,
                row.texts("prerequisites"));
    }

    @Override
    public String key(CourseRow row) {
        return row.id();
    }

    @Override
    public Mono<List<RowOutcome>> save(List<CourseRow> rows, CurrentUser user, boolean dryRun) {
        return store.all(rows.stream().map(CourseRow::id).toList())
                .collectMap(Course::id)
                .flatMapMany(present ->
                        Flux.fromIterable(rows).concatMap(row -> outcome(row, present.get(row.id()), user, dryRun)))
                .collectList();
    }

    private Mono<RowOutcome> outcome(CourseRow row, @Nullable Course before, CurrentUser user, boolean dryRun) {
        if (before != null && !before.ownerId().equals(user.id()) && !same(before, row)) {
            return Mono.just(RowOutcome.refused("id", "not-your-course"));
        }
        if (before != null && same(before, row)) {
            return Mono.just(RowOutcome.SAME);
        }
        if (before != null && (before.deletedAt() != null || !CourseStep.EDIT.startsFrom(before.state()))) {
            return Mono.just(RowOutcome.refused("id", "wrong-course-state"));
        }
        return subjects.check(row.subject())
                .then(prerequisites.check(row.id(), row.description().required()))
                .then(Mono.defer(() -> dryRun ? Mono.empty() : write(row, before, user)))
                .thenReturn(before == null ? RowOutcome.CREATED : RowOutcome.CHANGED)
                .onErrorResume(DomainException.class, wrong -> Mono.just(refused(wrong)))
                .onErrorResume(
                        OptimisticLockingFailureException.class,
                        late -> Mono.just(RowOutcome.refused("", "stale-version")));
    }

    private static boolean same(Course before, CourseRow row) {
        return before.description().equals(row.description());
    }

    private Mono<Void> write(CourseRow row, @Nullable Course before, CurrentUser user) {
        Mono<Course> written = before == null
                ? store.insert(Course.draft(
                        row.id(), row.description(), user, clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                : store.change(before, before.with(row.description()), user, ChangeKind.CHANGED);
        return written.then();
    }

    /** Problems of a part of a cell's list are problems of the cell. */
    private static RowOutcome refused(DomainException wrong) {
        return RowOutcome.refused(wrong.fields().stream()
                .map(field -> new FieldProblem(field.field().replaceAll("\\[.*", ""), field.code(), field.args()))
                .toList());
    }

    @Override
    public Flux<List<String>> export(CurrentUser user) {
        return store.within(user.region()).map(CourseList::cells);
    }

    private static List<String> cells(Course course) {
        Course.Description said = course.description();
        return List.of(
                course.id(),
                said.title(),
                said.summary(),
                label(CourseFormat.LABELS, said.format()),
                said.language(),
                Objects.requireNonNullElse(said.subject(), ""),
                said.audience() == null ? "" : label(CourseAudience.LABELS, said.audience()),
                String.join("；", said.required()),
                course.state().name());
    }

    private static <E extends Enum<E>> String label(Map<E, String> labels, E value) {
        return Objects.requireNonNullElse(labels.get(value), value.name());
    }
}
