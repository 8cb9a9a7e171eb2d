package org.lecturehalls.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.contract.FilmTexts;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.StaleVersionException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The chapters of videos and audio lessons: those of the file, until its owner or an officer of the region types others. */
@Service
class Chapters {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private final AssetRecords assets;
    private final ChapterRecords records;

    Chapters(AssetRecords assets, ChapterRecords records) {
        this.assets = assets;
        this.records = records;
    }

    Mono<ChapterRecords.Stored> of(CurrentUser user, String assetId) {
        return assets.visibleTo(user, assetId).then(records.of(assetId));
    }

    /** Puts others in their place; an empty list takes them all out. */
    Mono<ChapterRecords.Stored> put(
            CurrentUser user, String assetId, List<Chapter> chapters, @Nullable String ifMatch) {
        return assets.visibleTo(user, assetId)
                .map(asset -> checked(chapters, asset.seconds("chapters-without-video")))
                .zipWith(records.of(assetId))
                .doOnNext(both -> Etags.check(ifMatch, both.getT2().version()))
                .flatMap(both -> records.replace(both.getT2(), both.getT1()))
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }

    private static List<Chapter> checked(List<Chapter> chapters, double seconds) {
        List<FieldProblem> wrong = new ArrayList<>();
        List<Chapter> tidy = new ArrayList<>();
        for (int i = 0; i < chapters.size(); i++) {
            double at = Math.round(chapters.get(i).seconds() * 1000) / 1000.0;
            String title =
                    UNSEEN.matcher(chapters.get(i).title()).replaceAll(" ").strip();
            boolean twice = tidy.stream().anyMatch(other -> other.seconds() == at);
            if (title.isEmpty() || title.codePointCount(0, title.length()) > FilmTexts.MOST_TITLE) {
                wrong.add(FieldProblem.of("chapters[" + i + "].title", "bad-chapter-title", FilmTexts.MOST_TITLE));
            }
            if (!(at >= 0 && at < seconds)) {
                wrong.add(FieldProblem.of("chapters[" + i + "].seconds", "chapter-beyond-video"));
            } else if (twice) {
                wrong.add(FieldProblem.of("chapters[" + i + "].seconds", "chapter-twice"));
            }
            tidy.add(new Chapter(at, title));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        tidy.sort(Comparator.comparingDouble(Chapter::seconds));
        return List.copyOf(tidy);
    }
}
