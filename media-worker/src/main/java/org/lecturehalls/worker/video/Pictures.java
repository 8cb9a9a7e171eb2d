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
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Makes the strip of a video, and chooses by it which of its pictures may be its poster. */
final class Pictures {

    private static final String POSTER = "poster-%d.jpg";
    private static final String SHEET = "strip-%d.jpg";
    private static final String PLANES = "tiles.yuv";
    private static final int TILE_SIDE = 160;
    private static final int COLUMNS = 5;
    private static final int ROWS = 5;

    /** A bar with fewer pictures tells nothing. */
    private static final int FEWEST_TILES = 4;

    private final EncodePlan plan;
    private final Transcoder transcoder;
    private final Workspace workspace;
    private final StopSignal stop;

    Pictures(EncodePlan plan, Transcoder transcoder, Workspace workspace, StopSignal stop) {
        this.plan = plan;
        this.transcoder = transcoder;
        this.workspace = workspace;
        this.stop = stop;
    }

    /**
     * What was made; keys are file names.
     *
     * @param poster the best of the posters
     */
    record Made(FilmPictures pictures, String poster, List<Path> files) {}

    /**
     * @param small where the strip is taken from
     * @param large where posters are taken from
     */
    Made make(StillSource small, StillSource large) throws IOException, WorkException {
        StillTimes times = StillTimes.of(plan.source().videoSeconds());
        Rung size = tileSize();
        Stills stills = new Stills(transcoder, workspace, stop);
        List<byte @Nullable []> tiles = stills.tiles(small, times.all(), size);
        Strip strip = tiles.size() < FEWEST_TILES ? null : strip(tiles, times, size);
        PosterChoice.Chosen chosen = new PosterChoice(stills, large, largest()).among(tiles, times, size);
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

    private Rung largest() {
        return Objects.requireNonNull(plan.largest());
    }

    private Rung tileSize() {
        Rung largest = largest();
        double factor = (double) TILE_SIDE / Math.max(largest.width(), largest.height());
        return new Rung("tile", even(largest.width() * factor), even(largest.height() * factor), 0, 0);
    }

    private static int even(double pixels) {
        return (int) Math.max(2, Math.round(pixels / 2) * 2);
    }

    private @Nullable Strip strip(List<byte @Nullable []> tiles, StillTimes times, Rung size)
            throws IOException, WorkException {
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
