package org.lecturehalls.worker.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmNotes.Kind;
import org.lecturehalls.media.contract.FilmNotes.Note;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.worker.work.Workspace;

/**
 * Reads the levels that the encoding pass measured in the source's own sound, half a second at a time, and looks for pauses,
 * clipping, and sound that is too soft all along.
 */
final class SoundNotes {

    static final String FILE = "tmp/levels.txt";

    /** The filters that measure, on a branch that leads nowhere, so that what is heard stays as it is. */
    static final String FILTERS = "asetnsamples=n=24000:p=0,"
            + "astats=metadata=1:reset=1:measure_perchannel=none:measure_overall=Peak_level+RMS_level,"
            + "ametadata=mode=print:file=" + FILE + ",anullsink";

    private static final String PEAK = "lavfi.astats.Overall.Peak_level=";
    private static final String RMS = "lavfi.astats.Overall.RMS_level=";
    private static final double WINDOW_SECONDS = 0.5;

    /** Six hours and some more. */
    private static final int MOST_WINDOWS = 50_000;

    /** dBFS, below which nothing counts as sound. */
    private static final double SILENT = -70;

    /** dBFS. Speech is recorded at about -25; from here on, hiss comes up with the voice. */
    private static final double SOFT = -42;

    /** Decibels that a pause lies below speech. */
    private static final double BELOW_SPEECH = 20;

    /** dBFS, to which limiters and careful people leave more room. */
    private static final double FULL = -0.1;

    private static final int FEWEST_CLIPPED = 6;
    private static final double LEAST_SHARE_CLIPPED = 0.02;

    private final float[] peaks = new float[MOST_WINDOWS];
    private final float[] levels = new float[MOST_WINDOWS];
    private int count;

    /** Where the windows begin, in seconds of the whole. */
    private final double start;

    private SoundNotes(Path file, double start) throws IOException {
        this.start = start;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String line = lines.readLine();
            while (line != null && count < MOST_WINDOWS) {
                take(line);
                line = lines.readLine();
            }
        }
    }

    /**
     * Empty when nothing was measured. Of music only pauses are noted: it is meant to be loud in one place and soft in another.
     *
     * @param start where what was measured begins, in seconds of the whole
     */
    static List<Note> of(SoundChoice sound, Workspace workspace, double start) throws IOException {
        Path file = workspace.folder().resolve(FILE);
        return Files.isRegularFile(file) ? new SoundNotes(file, start).notes(sound) : List.of();
    }

    private void take(String line) {
        if (line.startsWith(PEAK)) {
            peaks[count] = decibels(line.substring(PEAK.length()));
        } else if (line.startsWith(RMS)) {
            levels[count] = decibels(line.substring(RMS.length()));
            count++;
        }
    }

    /** Digital silence is {@code -inf}. */
    private static float decibels(String text) {
        try {
            float value = Float.parseFloat(text.strip());
            return Float.isNaN(value) ? (float) SILENT - 1 : value;
        } catch (NumberFormatException infinite) {
            return (float) SILENT - 1;
        }
    }

    private List<Note> notes(SoundChoice sound) {
        Stretches stretches = new Stretches(count, window -> start + window * WINDOW_SECONDS);
        double speech = speech();
        double pause = Math.max(SILENT, speech - BELOW_SPEECH);
        List<Note> notes = new ArrayList<>();
        boolean voice = sound == SoundChoice.SPEECH;
        if (voice && count > 0 && speech > SILENT && speech < SOFT) {
            notes.add(new Note(Kind.QUIET, start, start + count * WINDOW_SECONDS));
        }
        notes.addAll(voice ? clipped(stretches) : List.of());
        notes.addAll(stretches.of(Kind.PAUSE, i -> levels[i] < pause, 2));
        return notes.subList(0, Math.min(FilmNotes.MOST / 2, notes.size()));
    }

    /** Level of the louder windows: nine of ten are softer, as pauses and single words are. */
    private double speech() {
        float[] sorted = Arrays.copyOf(levels, count);
        Arrays.sort(sorted);
        return count == 0 ? SILENT : sorted[(int) (count * 0.9)];
    }

    private List<Note> clipped(Stretches stretches) {
        int full = 0;
        for (int i = 0; i < count; i++) {
            full += peaks[i] >= FULL ? 1 : 0;
        }
        boolean often = full >= FEWEST_CLIPPED && full >= count * LEAST_SHARE_CLIPPED;
        return often ? stretches.of(Kind.CLIPPED, i -> peaks[i] >= FULL, 1) : List.of();
    }
}
