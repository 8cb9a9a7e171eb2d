package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.lecturehalls.competitions.similarity.SharedPassages;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lesson plans that share passages, for officers. */
@RestController
@Tag(name = "contests")
class SimilarityController {

    private final Similarity similarity;

    SimilarityController(Similarity similarity) {
        this.similarity = similarity;
    }

    @Operation(
            operationId = "findSimilarEntries",
            summary = "Pairs of lesson plans that share passages, with those of former contests, the most alike first")
    @GetMapping("/api/v1/contests/{id}/similar-entries")
    Mono<SimilarEntries> find(CurrentUser user, @PathVariable String id) {
        return similarity
                .find(user, id)
                .map(pairs ->
                        new SimilarEntries(pairs.stream().map(SimilarPair::of).toList()));
    }

    @Operation(operationId = "comparePassages", summary = "What two lesson plans have in common, side by side")
    @GetMapping("/api/v1/contests/{id}/entries/{entryId}/similar-entries/{otherId}")
    Mono<Comparison> compare(
            CurrentUser user, @PathVariable String id, @PathVariable String entryId, @PathVariable String otherId) {
        return similarity.passages(user, id, entryId, otherId).map(Comparison::of);
    }

    /** The 200 most alike at most. */
    record SimilarEntries(List<SimilarPair> pairs) {}

    /** @param share of the shorter plan that stands in the other as well, the template's text not counted, 0 to 1 */
    record SimilarPair(
            String entryId,
            String otherEntryId,
            String otherContestId,
            @Schema(example = "0.34") double share) {

        static SimilarPair of(Similarity.Alike alike) {
            return new SimilarPair(
                    alike.first().entryId(),
                    alike.second().entryId(),
                    alike.second().contestId(),
                    rounded(alike.share()));
        }
    }

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
