package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.similarity.SharedPassages;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lesson plans that share passages, and videos that share footage, for officers. */
@RestController
@Tag(name = "contests")
class SimilarityController {

    private final Similarity similarity;
    private final SimilarVideos videos;

    SimilarityController(Similarity similarity, SimilarVideos videos) {
        this.similarity = similarity;
        this.videos = videos;
    }

    @Operation(
            operationId = "findSimilarEntries",
            summary =
                    "Pairs of plans that share passages or of videos that share footage, with those of former contests, "
                            + "the most alike first")
    @GetMapping("/api/v1/contests/{id}/similar-entries")
    Mono<SimilarEntries> find(CurrentUser user, @PathVariable String id) {
        Mono<List<SimilarPair>> plans = similarity
                .find(user, id)
                .map(pairs -> pairs.stream().map(SimilarPair::of).toList());
        return plans.filter(pairs -> !pairs.isEmpty())
                .switchIfEmpty(videos.find(user, id)
                        .map(pairs -> pairs.stream().map(SimilarPair::of).toList()))
                .map(SimilarEntries::new);
    }

    @Operation(operationId = "comparePassages", summary = "What two lesson plans have in common, side by side")
    @GetMapping("/api/v1/contests/{id}/entries/{entryId}/similar-entries/{otherId}")
    Mono<Comparison> compare(
            CurrentUser user, @PathVariable String id, @PathVariable String entryId, @PathVariable String otherId) {
        return similarity.passages(user, id, entryId, otherId).map(Comparison::of);
    }

    /** The 200 most alike at most. */
    record SimilarEntries(List<SimilarPair> pairs) {}

    /**
     * Two entries that have something in common.
     *
     * @param share of the shorter plan that stands in the other as well, the template's text not counted, 0 to 1; of a
     *     video, of its frames that are neither blank nor still
     * @param footage where the longest piece of a video is; null for plans
     */
    record SimilarPair(
            String entryId,
            String otherEntryId,
            String otherContestId,
            @Schema(example = "0.34") double share,
            @Nullable SharedFootage footage) {

        static SimilarPair of(SimilarVideos.Alike alike) {
            return new SimilarPair(
                    alike.first().entryId(),
                    alike.second().entryId(),
                    alike.second().contestId(),
                    rounded(alike.share()),
                    new SharedFootage(alike.seconds(), alike.firstStart(), alike.secondStart()));
        }

        static SimilarPair of(Similarity.Alike alike) {
            return new SimilarPair(
                    alike.first().entryId(),
                    alike.second().entryId(),
                    alike.second().contestId(),
                    rounded(alike.share()),
                    null);
        }
    }

    /** The longest piece that two videos share, to two seconds. */
    record SharedFootage(int seconds, int startsAt, int otherStartsAt) {}

    /** Passages in the order of the first plan. */
    record Comparison(double share, List<SharedPassage> passages) {

        static Comparison of(SharedPassages shared) {
            List<SharedPassage> passages = shared.passages().stream()
                    .map(each -> new SharedPassage(each.first(), each.second()))
                    .toList();
            return new Comparison(rounded(shared.share()), passages);
        }
    }

    /** A passage as it stands in each of the two. */
    record SharedPassage(String text, String otherText) {}

    private static double rounded(double share) {
        return Math.round(share * 100) / 100.0;
    }
}
