package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.FilmPictures.Strip;
import org.lecturehalls.worker.video.PosterChoice.Candidate;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Makes the strip of a video, and chooses by it which of its pictures may be its poster. */
final class Pictures {

    static final String POSTER = "poster-%d.jpg";

    /** It is looked at for a moment, on lines on which it should weigh less than the first seconds of the lesson. */
    private static final int POSTER_SIDE = 960;

    private static final String SHEET = "strip-%d.jpg";
    private static final String PLANES = "tiles.yuv";
    private static final int COLUMNS = 5;
    private static final int ROWS = 5;

    /** A bar with fewer pictures tells nothing. */
    private static final int FEWEST_TILES = 4;

    /** Two for each poster. */
    private static final int FEWEST_KEY_FRAMES = 6;

    private final EncodePlan plan;
    private final Transcoder transcoder;
    private final Workspace workspace;
    private final StopSignal stop;
    private final Stills stills;
    private final Rung largest;
    private final Rung size;

    Pictures(EncodePlan plan, Transcoder transcoder, Workspace workspace, StopSignal stop) {
        this.plan = plan;
        this.transcoder = transcoder;
        this.workspace = workspace;
        this.stop = stop;
        this.stills = new Stills(transcoder, workspace, stop);
        this.largest = Objects.requireNonNull(plan.largest());
        this.size = SmallPictures.size(plan);
    }

    /**
     * What was made; keys are file names.
     *
     * @param poster the best of the posters
     */
    record Made(FilmPictures pictures, String poster, List<Path> files) {}

    /** Seeks everything in a source that is encoded elsewhere. */
    Made ofSource(StillSource source) throws IOException, WorkException {
        StillTimes times = StillTimes.of(plan.source().videoSeconds());
        List<byte @Nullable []> tiles = stills.tiles(source, times.all(), size);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < tiles.size(); i++) {
            candidates.add(new Candidate(times.at(i), score(tiles.get(i))));
        }
        return make(tiles, times, candidates, source);
    }

    /** From what the encoding pass has left: small pictures, and the largest rendition. */
    Made ofRenditions(SmallPictures seen) throws IOException, WorkException {
        StillTimes times = StillTimes.of(plan.source().videoSeconds());
        List<byte @Nullable []> tiles = new ArrayList<>();
        for (double time : times.all()) {
            tiles.add(seen.near(time));
        }
        List<Double> keyFrames = keyFrames(times);
        // A video of few key frames is short, and quickly decoded up to any frame.
        boolean exact = keyFrames.size() < FEWEST_KEY_FRAMES;
        List<Candidate> candidates = new ArrayList<>();
        for (double time : exact ? times.all() : keyFrames) {
            candidates.add(new Candidate(time, score(seen.near(time))));
        }
        return make(tiles, times, candidates, exact ? StillSource.of(largest) : StillSource.keyFramesOf(largest));
    }

    /** Key frames near the tiles, each a little late, so that no rounding leads to the one before it. */
    private List<Double> keyFrames(StillTimes times) {
        double rate = plan.grid().rate();
        double apart = plan.grid().framesPerSegment() / rate;
        return times.all().stream()
                .map(time -> Math.floor(time / apart) * apart + 0.5 / rate)
                .distinct()
                .toList();
    }

    private double score(byte @Nullable [] tile) {
        return tile == null ? 0 : StillScore.of(tile, size.width(), size.height());
    }

    private Made make(List<byte @Nullable []> tiles, StillTimes times, List<Candidate> candidates, StillSource large)
            throws IOException, WorkException {
        Strip strip = tiles.size() < FEWEST_TILES ? null : strip(tiles, times);
        PosterChoice.Chosen chosen =
                new PosterChoice(stills, large, largest.still("poster", POSTER_SIDE)).among(candidates);
        List<String> posters = new ArrayList<>();
        for (Path poster : chosen.inOrder()) {
            String name = POSTER.formatted(posters.size() + 1);
            Files.move(poster, workspace.out().resolve(name));
            posters.add(name);
        }
        List<Path> files = new ArrayList<>();
        posters.forEach(name -> files.add(workspace.out().resolve(name)));
        if (strip != null) {
            strip.sheetKeys().forEach(name -> files.add(workspace.out().resolve(name)));
        }
        return new Made(new FilmPictures(posters, strip), posters.get(chosen.best()), List.copyOf(files));
    }

    private @Nullable Strip strip(List<byte @Nullable []> tiles, StillTimes times) throws IOException, WorkException {
        if (tiles.stream().noneMatch(Objects::nonNull)) {
            return null;
        }
        Path planes = workspace.folder().resolve(PLANES);
        Files.write(planes, new byte[0]);
        byte[] shown = tiles.stream().filter(Objects::nonNull).findFirst().orElseThrow();
        for (byte @Nullable [] tile : tiles) {
            shown = tile == null ? shown : tile;
            Files.write(planes, shown, StandardOpenOption.APPEND);
        }
        int sheets = (tiles.size() + COLUMNS * ROWS - 1) / (COLUMNS * ROWS);
        List<String> names =
                IntStream.rangeClosed(1, sheets).mapToObj(SHEET::formatted).toList();
        Strip strip = new Strip(names, COLUMNS, ROWS, size.width(), size.height(), tiles.size(), times.secondsApart());
        transcoder.run(StillArguments.sheets(PLANES, strip, "out/" + SHEET), workspace, stop, line -> {});
        Files.delete(planes);
        for (String name : names) {
            if (Stills.size(workspace.out().resolve(name)) == 0) {
                throw new WorkFailedException("Verification failed: a sheet of the strip was not written.");
            }
        }
        return strip;
    }
}
