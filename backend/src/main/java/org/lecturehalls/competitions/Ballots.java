package org.lecturehalls.competitions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lecturehalls.competitions.BallotController.BallotEntry;
import org.lecturehalls.media.LinkPurpose;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows the public what it votes on, as long as it votes: judging is over by then, and nobody is influenced by it. */
@Service
class Ballots {

    private final Contests contests;
    private final EntryStore entries;
    private final MediaLibrary media;

    Ballots(Contests contests, EntryStore entries, MediaLibrary media) {
        this.contests = contests;
        this.entries = entries;
        this.media = media;
    }

    Mono<Page<BallotEntry>> list(String contestId, PageQuery page) {
        return voting(contestId).flatMap(contest -> {
            List<EntryRef> refs = after(contest, page);
            return entries.byId(refs.stream().map(EntryRef::id).toList())
                    .map(texts -> Page.of(refs, page, ref -> Cursor.of(Integer.toString(ref.number())))
                            .map(ref -> entry(contest, ref, texts)));
        });
    }

    private static List<EntryRef> after(Contest contest, PageQuery page) {
        Cursor after = page.after();
        int last = after == null ? 0 : Integer.parseInt(after.value(0));
        return contest.takingPart().stream()
                .filter(ref -> ref.number() > last)
                .sorted(Comparator.comparingInt(EntryRef::number))
                .limit(page.readLimit())
                .toList();
    }

    private static BallotEntry entry(Contest contest, EntryRef ref, Map<String, Entry> texts) {
        Entry entry = Objects.requireNonNull(texts.get(ref.id()), "an entry is stored before a contest takes it");
        return new BallotEntry(
                ref.id(),
                ref.number(),
                entry.text(ref).title(),
                entry.entrantName(),
                ref.category().isEmpty() ? null : ref.category(),
                Objects.requireNonNull(contest.plan().votingEndsAt()));
    }

    /** The copies that judges had: they are there, and they are short-lived. */
    Mono<MediaLinks> material(String contestId, String entryId) {
        return voting(contestId)
                .map(contest ->
                        contest.entry(entryId).filter(EntryRef::takesPart).orElseThrow(NotFoundException::new))
                .flatMap(ref -> media.links(ref.mediaAssetId(), LinkPurpose.JUDGE));
    }

    private Mono<Contest> voting(String contestId) {
        return contests.get(null, contestId)
                .filter(contest -> contest.votesNow(contests.now()))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }
}
