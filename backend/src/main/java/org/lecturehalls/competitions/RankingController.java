package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    RankingController(Contests contests, ResultMaker results) {
        this.contests = contests;
        this.results = results;
    }

    @Operation(operationId = "getRanking", summary = "The published ranking; for officers also as it stands")
    @GetMapping("/api/v1/contests/{id}/ranking")
    Mono<RankingView> ranking(@Nullable CurrentUser user, @PathVariable String id) {
        return contests.get(user, id).flatMap(contest -> ranking(user, contest));
    }

    private Mono<RankingView> ranking(@Nullable CurrentUser user, Contest contest) {
        boolean officer = Standing.of(user, contest) == Standing.OFFICER;
        Mono<ContestResult> result = switch (contest.state()) {
            case DRAFT, OPEN -> Mono.empty();
            case JUDGING -> officer ? results.make(contest) : Mono.empty();
            case PUBLISHED -> Mono.justOrEmpty(contest.result());
        };
        return result.map(made -> RankingView.of(contest, made)).switchIfEmpty(Mono.error(NotFoundException::new));
    }
}
