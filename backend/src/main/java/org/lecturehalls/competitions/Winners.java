package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.List;
import org.lecturehalls.competitions.ContestResult.Placed;
import org.lecturehalls.competitions.ContestResult.Revocation;
import org.lecturehalls.curricula.FinishedWork;
import org.lecturehalls.curricula.FinishedWorks;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What comes after a published result: proofs of awards, taking one back, and courses made of what has won. */
@Service
class Winners {

    private final Contests contests;
    private final ContestStore store;
    private final FinishedWorks works;

    Winners(Contests contests, ContestStore store, FinishedWorks works) {
        this.contests = contests;
        this.store = store;
        this.works = works;
    }

    /** What a certificate proves; an award of a result that was taken back proves nothing. */
    record Proof(Contest contest, Placed place) {}

    Mono<Proof> proof(String code) {
        return store.withCertificate(code)
                .filter(contest -> contest.state().showsResult())
                .flatMapIterable(contest -> awarded(contest).stream()
                        .filter(place -> code.equals(place.certificate()))
                        .map(place -> new Proof(contest, place))
                        .toList())
                .next()
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /**
     * Revokes the certificate of an entry for good; place and score stay as they were published. A result that is taken
     * back and published anew comes with new certificates for all others.
     *
     * @return fails with {@link NotFoundException} for an entry without an award and with {@link ConflictException} when
     *     its certificate was revoked before
     */
    Mono<Void> revoke(CurrentUser officer, String id, String entryId, String reason) {
        return contests.step(
                        officer,
                        id,
                        ContestPolicy.RESULTS,
                        contest -> revoke(officer, contest, entryId, reason.strip()))
                .then();
    }

    private Mono<Contest> revoke(CurrentUser officer, Contest contest, String entryId, String reason) {
        Placed place = awarded(contest).stream()
                .filter(each -> each.entryId().equals(entryId))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (place.revoked() != null) {
            throw new ConflictException("certificate-revoked");
        }
        Instant now = contests.now();
        ContestResult result = ResultFiles.result(contest).revoked(entryId, new Revocation(now, reason));
        return store.changeResult(contest, result, ResultRecords.revoked(officer, place, reason, now));
    }

    /** Makes a course of each entry that has won something; those that are courses already stay as they are. */
    Mono<List<String>> publishCourses(CurrentUser officer, String id) {
        return contests.run(officer, id)
                .doOnNext(contest -> contests.check(ContestPolicy.RESULTS, contest))
                .doOnNext(Winners::checkMedia)
                .flatMapMany(contest -> Flux.fromIterable(awarded(contest))
                        .filter(Placed::holdsAward)
                        .concatMap(place -> works.publish(work(contest, place))))
                .collectList();
    }

    private static void checkMedia(Contest contest) {
        if (!contest.plan().kind().takesMedia()) {
            throw new ConflictException("contest-without-media");
        }
    }

    private static FinishedWork work(Contest contest, Placed place) {
        EntryRef ref = contest.entry(place.entryId()).orElseThrow();
        String summary = contest.plan().title() + " " + place.award() + "：" + ResultFiles.people(place);
        return new FinishedWork(
                ref.id(),
                place.title(),
                summary,
                ref.mediaAssetId(),
                ref.entrantId(),
                place.entrantName(),
                ref.region());
    }

    private static List<Placed> awarded(Contest contest) {
        return ResultFiles.result(contest).places().stream()
                .filter(place -> place.award() != null)
                .toList();
    }
}
