package org.lecturehalls.competitions;

import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What an entry's people read of its judging, once the ranking is public. */
@Service
class Feedback {

    private final Contests contests;
    private final SheetStore sheets;

    Feedback(Contests contests, SheetStore sheets) {
        this.contests = contests;
        this.sheets = sheets;
    }

    Mono<FeedbackView> get(CurrentUser user, String contestId, String entryId) {
        return contests.get(user, contestId)
                .filter(contest -> contest.state().showsResult())
                .flatMap(contest -> Mono.justOrEmpty(contest.entry(entryId))
                        .filter(ref -> isFor(user, contest, ref))
                        .flatMap(ref -> view(contest, ref)))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Whether somebody is told how an entry was judged. */
    static boolean isFor(CurrentUser user, Contest contest, EntryRef ref) {
        return ref.isBy(user.id()) || Standing.of(user, contest) == Standing.OFFICER;
    }

    private Mono<FeedbackView> view(Contest contest, EntryRef ref) {
        return sheets.submittedFor(ref.id())
                .filter(sheet -> ref.judgeIds().contains(sheet.judgeId()))
                .collectList()
                .map(submitted -> FeedbackView.of(contest, ref.id(), submitted));
    }
}
