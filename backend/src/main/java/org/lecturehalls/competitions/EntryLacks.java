package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lecturehalls.lecturers.LecturerDirectory;
import org.lecturehalls.lecturers.LecturerSummary;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is still missing of what was entered. */
@Component
class EntryLacks {

    private final MediaLibrary media;
    private final LecturerDirectory lecturers;
    private final DossierFigures figures;

    EntryLacks(MediaLibrary media, LecturerDirectory lecturers, DossierFigures figures) {
        this.media = media;
        this.lecturers = lecturers;
        this.figures = figures;
    }

    /** The codes of what an entry lacks to take part; none when nothing does. */
    Mono<List<String>> of(Contest contest, EntryRef ref) {
        EntryTerms terms = contest.plan().terms();
        DossierRule rule = contest.plan().dossier();
        Mono<List<String>> ofSubject = rule == null ? ofMedia(terms, ref) : ofDossier(rule, ref);
        Mono<Boolean> certified = lecturers
                .ofUser(ref.entrantId())
                .map(LecturerSummary::certified)
                .defaultIfEmpty(false);
        return Mono.zip(ofSubject, certified, (lacks, holds) -> {
            List<String> all = new ArrayList<>(lacks);
            if (terms.certifiedOnly() && !holds) {
                all.add("not-certified");
            }
            Optional.ofNullable(ref.exclusion()).ifPresent(reason -> all.add("excluded"));
            return all;
        });
    }

    private Mono<List<String>> ofMedia(EntryTerms terms, EntryRef ref) {
        return media.get(ref.mediaAssetId())
                .map(asset -> missing(terms, asset))
                .onErrorReturn(NotFoundException.class, List.of("media-gone"));
    }

    private Mono<List<String>> ofDossier(DossierRule rule, EntryRef ref) {
        return figures.of(rule, ref.mediaAssetId())
                .map(now -> now.sessions() < rule.minSessions() ? List.of("too-few-sessions") : List.of());
    }

    private static List<String> missing(EntryTerms terms, MediaAsset asset) {
        if (asset.state() != MediaState.READY) {
            return List.of(asset.state() == MediaState.PROCESSING ? "media-processing" : "media-refused");
        }
        List<String> lacks = new ArrayList<>();
        Integer maxSeconds = terms.maxSeconds();
        Double seconds = asset.durationSeconds();
        if (maxSeconds != null && seconds != null && seconds > maxSeconds) {
            lacks.add("too-long");
        }
        Integer maxPages = terms.maxPages();
        Integer pages = asset.pages();
        if (maxPages != null && pages != null && pages > maxPages) {
            lacks.add("too-many-pages");
        }
        return lacks;
    }
}
