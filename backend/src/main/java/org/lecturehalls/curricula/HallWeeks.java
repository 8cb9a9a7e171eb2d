package org.lecturehalls.curricula;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.halls.HallDirectory;
import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.sessions.HallProgramme;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Collects what a hall shows in a week: the published video lessons of the courses that its sessions teach. */
@Service
class HallWeeks {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final int MOST_SESSIONS = 100;
    private static final int MOST_LESSONS = 500;

    private final HallDirectory halls;
    private final HallProgramme programme;
    private final CourseStore courses;
    private final LessonFiles files;
    private final Clock clock;

    HallWeeks(HallDirectory halls, HallProgramme programme, CourseStore courses, LessonFiles files, Clock clock) {
        this.halls = halls;
        this.programme = programme;
        this.courses = courses;
        this.files = files;
        this.clock = clock;
    }

    private record Taught(HallProgramme.Item session, Course course, Lesson lesson) {}

    /** @param day some day of the week; null for today */
    Mono<HallWeek> get(String hallId, @Nullable LocalDate day) {
        LocalDate monday = monday(day);
        return hall(hallId)
                .thenMany(Flux.defer(() -> taught(hallId, monday)))
                .concatMap(this::item)
                .collectList()
                .map(lessons -> HallWeek.of(hallId, monday, lessons));
    }

    /** Has all files made that are not there yet, for who looks after the hall. */
    Mono<HallWeek> order(CurrentUser user, String hallId, @Nullable LocalDate day) {
        return hall(hallId)
                .filter(hall -> user.actsAs(hall.region(), Role.HALL_MANAGER, Role.PUBLICITY, Role.ADMIN))
                .switchIfEmpty(Mono.error(NotAllowedException::new))
                .thenMany(Flux.defer(() -> taught(hallId, monday(day))))
                .concatMap(each -> files.order(each.course(), each.lesson()))
                .then(Mono.defer(() -> get(hallId, day)));
    }

    private Mono<HallSummary> hall(String id) {
        return halls.get(id).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private LocalDate monday(@Nullable LocalDate day) {
        LocalDate some = day == null ? LocalDate.ofInstant(clock.instant(), CITY) : day;
        return some.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Flux<Taught> taught(String hallId, LocalDate monday) {
        Instant from = monday.atStartOfDay(CITY).toInstant();
        Instant to = monday.plusWeeks(1).atStartOfDay(CITY).toInstant();
        return programme
                .of(hallId, from, to)
                .filter(session -> session.courseId() != null)
                .take(MOST_SESSIONS)
                .collectList()
                .flatMapMany(this::lessons)
                .take(MOST_LESSONS);
    }

    private Flux<Taught> lessons(List<HallProgramme.Item> sessions) {
        Map<String, HallProgramme.Item> first = new LinkedHashMap<>();
        sessions.forEach(session -> first.putIfAbsent(Objects.requireNonNull(session.courseId()), session));
        return courses.publishedOf(first.keySet())
                .collectMap(Course::id)
                .flatMapIterable(known -> first.entrySet().stream()
                        .flatMap(entry -> Stream.ofNullable(known.get(entry.getKey()))
                                .flatMap(course -> videos(entry.getValue(), course)))
                        .toList());
    }

    private static Stream<Taught> videos(HallProgramme.Item session, Course course) {
        return course.lessons().stream()
                .filter(lesson -> lesson.kind() == LessonKind.VIDEO)
                .map(lesson -> new Taught(session, course, lesson));
    }

    /** A lesson whose video was taken away meanwhile is left out. */
    private Mono<HallWeek.Item> item(Taught taught) {
        return files.of(taught.course(), taught.lesson())
                .onErrorComplete(NotFoundException.class)
                .map(offline -> new HallWeek.Item(
                        taught.session().sessionId(),
                        taught.session().startsAt(),
                        taught.course().id(),
                        taught.course().description().title(),
                        taught.lesson().id(),
                        taught.lesson().title(),
                        offline));
    }
}
