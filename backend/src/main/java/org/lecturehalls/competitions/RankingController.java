package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The ranking: for everybody once it is published, for officers as it stands while judges work. */
@RestController
@Tag(name = "contests")
class RankingController {

    private final Contests contests;
    private final ResultMaker results;
    private final ContestLog log;

    RankingController(Contests contests, ResultMaker results, ContestLog log) {
        this.contests = contests;
        this.results = results;
        this.log = log;
    }

    @Operation(operationId = "getRanking", summary = "The published ranking; for officers also as it stands")
    @GetMapping("/api/v1/contests/{id}/ranking")
    Mono<RankingView> ranking(@Nullable CurrentUser user, @PathVariable String id) {
        return contests.get(user, id).flatMap(contest -> ranking(user, contest));
    }

    private Mono<RankingView> ranking(@Nullable CurrentUser user, Contest contest) {
        boolean officer = Standing.of(user, contest) == Standing.OFFICER;
        return switch (contest.state()) {
            case DRAFT, OPEN, SCREENING -> Mono.error(NotFoundException::new);
            case JUDGING, DELIBERATION -> officer ? unpublished(contest) : Mono.error(NotFoundException::new);
            case PUBLISHED, ARCHIVED -> published(contest);
        };
    }

    private Mono<RankingView> unpublished(Contest contest) {
        return results.make(contest).map(made -> RankingView.of(contest, made, null));
    }

    /** The hash is there in all but the moment between publishing and logging. */
    private Mono<RankingView> published(Contest contest) {
        ContestResult result = Objects.requireNonNull(contest.result(), "published with its result");
        return log.publishedHead(contest.id())
                .map(head -> RankingView.of(contest, result, head))
                .switchIfEmpty(Mono.fromSupplier(() -> RankingView.of(contest, result, null)));
    }
}
