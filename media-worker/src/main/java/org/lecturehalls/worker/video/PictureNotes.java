package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmNotes.Kind;
import org.lecturehalls.media.contract.FilmNotes.Note;

/** Looks through the small pictures for stretches of black, a picture that stands still, and places where another one begins. */
final class PictureNotes {

    /** Of 255. The noise of a camera in the dark is below. */
    private static final int BLACK = 32;

    /** Of 255, for any point: more than encoders change of a still picture, less than a hand that moves. */
    private static final int SAME = 8;

    /** Of 255, as a mean of all points. */
    private static final double SAME_MEAN = 0.3;

    /** Of 255, as a mean of all points. Somebody who walks about changes less. */
    private static final double OTHER_PICTURE = 20;

    /** Pictures in a row. */
    private static final int FEWEST = 3;

    private final int count;
    private final double start;
    private final double apart;
    private final boolean[] black;
    private final boolean[] same;
    private final boolean[] other;

    private PictureNotes(SmallPictures seen, double start) throws IOException {
        this.count = seen.count();
        this.start = start;
        this.apart = seen.secondsApart();
        this.black = new boolean[count];
        this.same = new boolean[count];
        this.other = new boolean[count];
        int points = seen.size().width() * seen.size().height();
        byte[] before = new byte[0];
        for (int i = 0; i < count; i++) {
            byte[] now = seen.get(i);
            black[i] = isBlack(now, points);
            if (i > 0) {
                compare(i, before, now, points);
            }
            before = now;
        }
    }

    /** @param firstFrame number on the grid of the first frame that was looked at */
    static List<Note> of(FrameGrid grid, long firstFrame, SmallPictures seen) throws IOException {
        double apart = seen.secondsApart();
        double start = Math.ceil(firstFrame / grid.rate() / apart) * apart;
        PictureNotes found = new PictureNotes(seen, start);
        Stretches stretches = new Stretches(found.count, found::time);
        List<Note> notes = new ArrayList<>(stretches.of(Kind.BLACK, i -> found.black[i], FEWEST));
        notes.addAll(stretches.of(Kind.FROZEN, i -> !found.black[i] && found.isStill(i), FEWEST));
        for (int i = 1; i < found.count; i++) {
            if (found.other[i]) {
                notes.add(new Note(Kind.SCENE, found.time(i), found.time(i)));
            }
        }
        return notes.subList(0, Math.min(FilmNotes.MOST / 2, notes.size()));
    }

    /** Whether one equals the next, or the one before it. */
    private boolean isStill(int number) {
        return same[number] || number + 1 < count && same[number + 1];
    }

    private double time(int number) {
        return start + number * apart;
    }

    private void compare(int number, byte[] before, byte[] now, int points) {
        long sum = 0;
        int most = 0;
        for (int i = 0; i < points; i++) {
            int difference = Math.abs((now[i] & 0xff) - (before[i] & 0xff));
            sum += difference;
            most = Math.max(most, difference);
        }
        same[number] = most <= SAME && sum <= SAME_MEAN * points;
        other[number] = (double) sum / points >= OTHER_PICTURE;
    }

    /** All but a hundredth of the points: a lamp or a pixel that is stuck does not make a picture. */
    private static boolean isBlack(byte[] planes, int points) {
        int[] levels = new int[256];
        for (int i = 0; i < points; i++) {
            levels[planes[i] & 0xff]++;
        }
        long bright = Arrays.stream(levels, BLACK, levels.length).sum();
        return bright * 100 <= points;
    }
}
