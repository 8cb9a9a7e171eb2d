package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** @param score of the small picture */
    record Candidate(double seconds, double score) {}

    /** @param part number of the third that it stands for */
    private record Finalist(int part, Candidate candidate) {}

    Chosen among(List<Candidate> candidates) throws IOException, WorkException {
        List<Finalist> finalists = finalists(candidates);
        List<Double> times =
                finalists.stream().map(each -> each.candidate().seconds()).toList();
        List<Path> taken = stills.large(source, times, size, "large");
        List<Path> posters = new ArrayList<>();
        int best = 0;
        double highest = -1;
        for (int part = 0; part < FilmPictures.MOST_POSTERS; part++) {
            int sharpest = sharpest(part, finalists, taken);
            if (sharpest >= 0) {
                double score = finalists.get(sharpest).candidate().score();
                best = score > highest ? posters.size() : best;
                highest = Math.max(highest, score);
                posters.add(taken.get(sharpest));
            }
        }
        if (posters.isEmpty()) {
            throw new WorkFailedException("Verification failed: no poster was written.");
        }
        return new Chosen(posters, best);
    }

    /** -1 when none of that part could be taken. */
    private static int sharpest(int part, List<Finalist> finalists, List<Path> taken) throws IOException {
        int sharpest = -1;
        long largest = 0;
        for (int i = 0; i < finalists.size(); i++) {
            long bytes = finalists.get(i).part() == part ? Stills.size(taken.get(i)) : 0;
            sharpest = bytes > largest ? i : sharpest;
            largest = Math.max(largest, bytes);
        }
        return sharpest;
    }

    private static List<Finalist> finalists(List<Candidate> candidates) {
        int from = candidates.size() >= MANY ? 1 : 0;
        int count = candidates.size() - 2 * from;
        int parts = Math.min(FilmPictures.MOST_POSTERS, count);
        List<Finalist> finalists = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int number = part;
            candidates.subList(from + count * part / parts, from + count * (part + 1) / parts).stream()
                    .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                    .limit(FINALISTS)
                    .forEach(each -> finalists.add(new Finalist(number, each)));
        }
        return finalists;
    }
}
