package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;

/**
 * Chooses posters: of each third of the video the small pictures with the best exposure and contrast are taken again in full
 * size, and of these the sharpest, which is the one whose file is the largest, since blur leaves little to write down.
 */
final class PosterChoice {

    private static final int FINALISTS = 2;

    /** The first and the last of many pictures are often black, or somebody at the camera. */
    private static final int MANY = 9;

    private final Stills stills;
    private final StillSource source;
    private final Rung size;

    PosterChoice(Stills stills, StillSource source, Rung size) {
        this.stills = stills;
        this.source = source;
        this.size = size;
    }

    /** @param best number of the one to show unless somebody chooses another */
    record Chosen(List<Path> inOrder, int best) {}

    private record Finalist(int number, double score) {}

    Chosen among(List<byte @Nullable []> tiles, StillTimes times, Rung tile) throws IOException, WorkException {
        List<Path> posters = new ArrayList<>();
        int best = 0;
        double highest = -1;
        for (List<Finalist> third : thirds(tiles, tile)) {
            Finalist sharpest = null;
            Path picture = null;
            List<Double> when =
                    third.stream().map(each -> times.at(each.number())).toList();
            List<Path> taken = stills.large(source, when, size, "third-" + posters.size());
            for (int i = 0; i < taken.size(); i++) {
                if (picture == null || Stills.size(taken.get(i)) > Stills.size(picture)) {
                    picture = taken.get(i);
                    sharpest = third.get(i);
                }
            }
            if (picture != null && sharpest != null && Stills.size(picture) > 0) {
                best = sharpest.score() > highest ? posters.size() : best;
                highest = Math.max(highest, sharpest.score());
                posters.add(picture);
            }
        }
        if (posters.isEmpty()) {
            throw new WorkFailedException("Verification failed: no poster was written.");
        }
        return new Chosen(posters, best);
    }

    private static List<List<Finalist>> thirds(List<byte @Nullable []> tiles, Rung tile) {
        int from = tiles.size() >= MANY ? 1 : 0;
        int count = tiles.size() - 2 * from;
        int parts = Math.min(FilmPictures.MOST_POSTERS, count);
        return IntStream.range(0, parts)
                .mapToObj(
                        part -> finalists(tiles, tile, from + count * part / parts, from + count * (part + 1) / parts))
                .toList();
    }

    private static List<Finalist> finalists(List<byte @Nullable []> tiles, Rung tile, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> new Finalist(number, score(tiles.get(number), tile)))
                .sorted(Comparator.comparingDouble(Finalist::score).reversed())
                .limit(FINALISTS)
                .toList();
    }

    private static double score(byte @Nullable [] planes, Rung tile) {
        return planes == null ? 0 : StillScore.of(planes, tile.width(), tile.height());
    }
}
