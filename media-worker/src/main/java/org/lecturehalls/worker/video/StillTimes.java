package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.media.contract.FilmPictures;

/**
 * When the small pictures of the seek bar are taken: one for every ten seconds, more often in a short video, and less often
 * in one of more than twenty-four minutes.
 *
 * @param count how many
 * @param secondsApart each stands for so many seconds, and is taken in their middle
 */
record StillTimes(int count, double secondsApart) {

    private static final int USUAL_SECONDS_APART = 10;
    private static final int FEW = 12;

    static StillTimes of(double seconds) {
        long usual = Math.max(Math.round(seconds / USUAL_SECONDS_APART), Math.min(FEW, (long) seconds));
        int count = (int) Math.max(1, Math.min(FilmPictures.MOST_TILES, usual));
        return new StillTimes(count, seconds / count);
    }

    double at(int number) {
        return (number + 0.5) * secondsApart;
    }

    List<Double> all() {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(at(i));
        }
        return times;
    }
}
