package org.lecturehalls.notices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.halls.HallDirectory;
import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.lecturers.LecturerAudience;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.regions.RegionCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Works out who gets a notice, at the moment when it is sent. */
@Component
class Recipients {

    private final HallDirectory halls;
    private final LecturerAudience lecturers;
    private final NoticeSettings settings;

    Recipients(HallDirectory halls, LecturerAudience lecturers, NoticeSettings settings) {
        this.halls = halls;
        this.lecturers = lecturers;
        this.settings = settings;
    }

    /** @param unreachable halls without a manager and lecturers without an account */
    record Found(List<Recipient> people, int unreachable) {}

    private record Candidate(@Nullable String userId, String name, String place, RegionCode region) {

        Recipient recipient() {
            return new Recipient(Objects.requireNonNull(userId), name, place, region);
        }
    }

    /** @return fails when nobody can be reached, or too many would be */
    Mono<Found> of(NoticeAudience audience) {
        return Flux.concat(ofHalls(audience), ofLecturers(audience))
                .take(settings.mostRecipients() + 1L)
                .collectList()
                .map(this::found);
    }

    private Found found(List<Candidate> all) {
        if (all.size() > settings.mostRecipients()) {
            throw new LimitExceededException("too-many-recipients", settings.mostRecipients());
        }
        var reachable = all.stream()
                .filter(each -> each.userId() != null)
                .map(Candidate::recipient)
                .toList();
        if (reachable.isEmpty()) {
            throw new InvalidInputException("no-recipients");
        }
        return new Found(distinct(reachable), all.size() - reachable.size());
    }

    /** One person once, for the first hall that they manage. */
    static List<Recipient> distinct(List<Recipient> people) {
        var byUser = new LinkedHashMap<String, Recipient>();
        people.forEach(each -> byUser.putIfAbsent(each.userId(), each));
        return List.copyOf(byUser.values());
    }

    private Flux<Candidate> ofHalls(NoticeAudience audience) {
        return audience.halls()
                ? halls.within(audience.region())
                        .filter(HallSummary::active)
                        .filter(hall -> isMeant(hall, audience))
                        .map(hall -> new Candidate(hall.managerId(), "", hall.name(), hall.region()))
                : Flux.empty();
    }

    private static boolean isMeant(HallSummary hall, NoticeAudience audience) {
        return (audience.hallTypes().isEmpty() || audience.hallTypes().contains(hall.type()))
                && (audience.hallIds().isEmpty() || audience.hallIds().contains(hall.id()));
    }

    private Flux<Candidate> ofLecturers(NoticeAudience audience) {
        return audience.lecturers()
                ? lecturers
                        .within(audience.region(), audience.categories(), audience.teamIds())
                        .map(Recipients::candidate)
                : Flux.empty();
    }

    private static Candidate candidate(LecturerAudience.Member lecturer) {
        return new Candidate(lecturer.userId(), lecturer.name(), "", lecturer.region());
    }

    /** The manager of a hall; empty when there is none. */
    Mono<Recipient> managerOf(String hallId) {
        return halls.get(hallId)
                .filter(hall -> hall.managerId() != null)
                .map(hall -> new Recipient(Objects.requireNonNull(hall.managerId()), "", hall.name(), hall.region()));
    }
}
