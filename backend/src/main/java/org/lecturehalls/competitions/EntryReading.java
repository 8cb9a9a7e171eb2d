package org.lecturehalls.competitions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.LinkPurpose;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What each person may see of the entries. */
@Service
class EntryReading {

    private static final int MEDIA_AT_A_TIME = 8;

    private final Contests contests;
    private final EntryStore entries;
    private final SheetStore sheets;
    private final EntryLacks lacks;
    private final MediaLibrary media;

    EntryReading(Contests contests, EntryStore entries, SheetStore sheets, EntryLacks lacks, MediaLibrary media) {
        this.contests = contests;
        this.entries = entries;
        this.sheets = sheets;
        this.lacks = lacks;
        this.media = media;
    }

    /** Officers see all with names, judges all without, once judging has started, and entrants their own. */
    Mono<Page<EntryView>> list(CurrentUser user, String contestId, PageQuery page) {
        return contests.get(user, contestId).flatMap(contest -> list(user, contest, page));
    }

    private Mono<Page<EntryView>> list(CurrentUser user, Contest contest, PageQuery page) {
        return switch (Standing.of(user, contest)) {
            case OFFICER -> full(page(contest.entries(), page), true);
            case JUDGE -> blind(user, contest, page);
            case ENTRANT, OTHER -> full(page(contest.entriesOf(user.id()), page), false);
        };
    }

    /** An entry of one's own. */
    Mono<EntryView> own(CurrentUser user, String contestId, String entryId) {
        return contests.get(user, contestId)
                .map(contest -> contest.entriesOf(user.id()))
                .flatMapIterable(own -> own)
                .filter(ref -> ref.id().equals(entryId))
                .next()
                .flatMap(ref -> full(new Page<>(List.of(ref), null), false))
                .map(page -> page.items().get(0))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** What an entry lacks to take part, for its people and for officers. */
    Mono<List<String>> missing(CurrentUser user, String contestId, String entryId) {
        return contests.get(user, contestId).flatMap(contest -> missing(user, contest, entryId));
    }

    private Mono<List<String>> missing(CurrentUser user, Contest contest, String entryId) {
        EntryRef ref = contest.entry(entryId).orElseThrow(NotFoundException::new);
        if (!ref.isBy(user.id()) && Standing.of(user, contest) != Standing.OFFICER) {
            throw new NotFoundException();
        }
        return lacks.of(contest, ref);
    }

    /** What is to be judged. Judges get copies that do not say whose they are. */
    Mono<MediaLinks> material(CurrentUser user, String contestId, String entryId) {
        return contests.get(user, contestId).flatMap(contest -> material(user, contest, entryId));
    }

    private Mono<MediaLinks> material(CurrentUser user, Contest contest, String entryId) {
        EntryRef ref = contest.entry(entryId).orElseThrow(NotFoundException::new);
        return switch (Standing.of(user, contest)) {
            case OFFICER -> media.links(ref.mediaAssetId(), LinkPurpose.OWNER);
            case JUDGE ->
                sheets.find(entryId, user.id())
                        .switchIfEmpty(Mono.error(NotFoundException::new))
                        .flatMap(sheet -> media.links(ref.mediaAssetId(), LinkPurpose.JUDGE));
            case ENTRANT, OTHER -> Mono.error(NotFoundException::new);
        };
    }

    /** A judge sees what is the judge's to judge and cannot tell what else there is. */
    private Mono<Page<EntryView>> blind(CurrentUser judge, Contest contest, PageQuery page) {
        boolean judged = contest.state().ordinal() >= ContestState.JUDGING.ordinal();
        List<EntryRef> own = contest.takingPart().stream()
                .filter(ref -> judged && ref.judgeIds().contains(judge.id()))
                .toList();
        Page<EntryRef> refs = page(own, page);
        return texts(refs).map(texts -> refs.map(ref -> EntryView.blind(contest.plan(), ref, text(texts, ref))));
    }

    private Mono<Page<EntryView>> full(Page<EntryRef> refs, boolean officer) {
        Mono<Map<String, MediaState>> states = Flux.fromIterable(refs.items())
                .flatMap(this::asset, MEDIA_AT_A_TIME)
                .collectMap(MediaAsset::id, MediaAsset::state);
        return Mono.zip(
                texts(refs),
                states,
                (texts, known) -> refs.map(ref -> EntryView.full(ref, text(texts, ref), known, officer)));
    }

    private Mono<MediaAsset> asset(EntryRef ref) {
        return media.get(ref.mediaAssetId()).onErrorResume(NotFoundException.class, e -> Mono.empty());
    }

    private Mono<Map<String, Entry>> texts(Page<EntryRef> refs) {
        return entries.byId(refs.items().stream().map(EntryRef::id).toList());
    }

    private static Entry text(Map<String, Entry> texts, EntryRef ref) {
        return Objects.requireNonNull(texts.get(ref.id()), "an entry is stored before a contest takes it");
    }

    private static Page<EntryRef> page(List<EntryRef> all, PageQuery page) {
        List<EntryRef> rest = all.subList(start(all, page.after()), all.size());
        List<EntryRef> read = rest.subList(0, Math.min(rest.size(), page.readLimit()));
        return Page.of(read, page, ref -> Cursor.of(ref.id()));
    }

    /** Behind the entry of the cursor; at the end when it has been withdrawn, so that a reader starts again. */
    private static int start(List<EntryRef> all, @Nullable Cursor after) {
        if (after == null) {
            return 0;
        }
        List<String> ids = all.stream().map(EntryRef::id).toList();
        int index = ids.indexOf(after.value(0));
        return index < 0 ? all.size() : index + 1;
    }
}
