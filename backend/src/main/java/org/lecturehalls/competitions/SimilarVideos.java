package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lecturehalls.competitions.similarity.SimilarFootage;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaLibrary;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds videos that were uploaded again or cut anew, also from former contests. Officers decide what it means. */
@Service
class SimilarVideos {

    /** Share of the frames that count, of the video that has fewer, from which on a pair is told. */
    private static final double LEAST = 0.3;

    /** The newest come first, so that what is left out are the videos of long ago. */
    private static final int MOST_VIDEOS = 2_000;

    private static final int MOST_PAIRS = 200;
    private static final int VIDEOS_AT_A_TIME = 8;
    private static final int SECONDS_APART = 2;

    private final Contests contests;
    private final ContestStore store;
    private final MediaLibrary media;

    SimilarVideos(Contests contests, ContestStore store, MediaLibrary media) {
        this.contests = contests;
        this.store = store;
        this.media = media;
    }

    /** A video of this or of another contest. */
    record Video(String contestId, String entryId, long[] frames) {}

    /** Two videos that have a share in common, the first of this contest; seconds, where the longest run begins in each. */
    record Alike(Video first, Video second, double share, int seconds, int firstStart, int secondStart) {}

    private record Source(String contestId, String entryId, String assetId) {}

    /** The pairs of which one video is the contest's, the most alike first. */
    Mono<List<Alike>> find(CurrentUser officer, String id) {
        return contests.run(officer, id)
                .flatMap(contest -> videos(contest)
                        .collectList()
                        .publishOn(Schedulers.boundedElastic())
                        .map(videos -> find(contest, videos)));
    }

    private static List<Alike> find(Contest contest, List<Video> videos) {
        List<long[]> frames = videos.stream().map(Video::frames).toList();
        return SimilarFootage.pairs(frames, LEAST).stream()
                .filter(pair -> isOf(contest, videos.get(pair.first())) || isOf(contest, videos.get(pair.second())))
                .map(pair -> alike(contest, videos, pair))
                .limit(MOST_PAIRS)
                .toList();
    }

    private static Alike alike(Contest contest, List<Video> videos, SimilarFootage.Pair pair) {
        Video first = videos.get(pair.first());
        Video second = videos.get(pair.second());
        int seconds = pair.run() * SECONDS_APART;
        int here = pair.firstStart() * SECONDS_APART;
        int there = pair.secondStart() * SECONDS_APART;
        return isOf(contest, first)
                ? new Alike(first, second, pair.share(), seconds, here, there)
                : new Alike(second, first, pair.share(), seconds, there, here);
    }

    private static boolean isOf(Contest contest, Video video) {
        return video.contestId().equals(contest.id());
    }

    /** The contest's videos, then those of others in its region; a video that stands in two contests is read once. */
    private Flux<Video> videos(Contest contest) {
        return Mono.just(contest)
                .concatWith(store.alike(contest))
                .collectList()
                .flatMapIterable(SimilarVideos::byAsset)
                .take(MOST_VIDEOS)
                .flatMapSequential(this::read, VIDEOS_AT_A_TIME);
    }

    private static List<Source> byAsset(List<Contest> all) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (Contest each : all) {
            each.entries()
                    .forEach(ref -> sources.putIfAbsent(
                            ref.mediaAssetId(), new Source(each.id(), ref.id(), ref.mediaAssetId())));
        }
        return new ArrayList<>(sources.values());
    }

    private Mono<Video> read(Source source) {
        return media.frameHashes(source.assetId())
                .map(frames -> new Video(source.contestId(), source.entryId(), frames));
    }
}
