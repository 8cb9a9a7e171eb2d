package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.worker.video.StillArguments.Shot;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/** Takes still pictures at given times. */
final class Stills {

    private static final double EARLIER_SECONDS = 1;

    private final Transcoder transcoder;
    private final Workspace workspace;
    private final StopSignal stop;

    Stills(Transcoder transcoder, Workspace workspace, StopSignal stop) {
        this.transcoder = transcoder;
        this.workspace = workspace;
        this.stop = stop;
    }

    /** Planes (brightness, then colours) of a small picture for each time; null where none can be decoded. */
    List<byte @Nullable []> tiles(StillSource source, List<Double> times, Rung size) throws IOException, WorkException {
        int bytes = size.width() * size.height() * 3 / 2;
        List<Path> files =
                shots(source, times, "tile-%d.yuv", (shots, key) -> StillArguments.tiles(source, shots, size, key));
        List<byte @Nullable []> tiles = new ArrayList<>();
        for (Path file : files) {
            tiles.add(size(file) == bytes ? Files.readAllBytes(file) : null);
            Files.deleteIfExists(file);
        }
        return tiles;
    }

    /**
     * A large picture for each time; the file is missing where none can be decoded.
     *
     * @param name of the files, before their numbers
     */
    List<Path> large(StillSource source, List<Double> times, Rung size, String name) throws IOException, WorkException {
        return shots(source, times, name + "-%d.jpg", (shots, key) -> StillArguments.posters(source, shots, size, key));
    }

    /** Arguments for some pictures, from key frames alone or from any. */
    @FunctionalInterface
    private interface Command {
        List<String> of(List<Shot> shots, boolean keyFrames);
    }

    /**
     * Where no key frame leads to a picture, as in recordings that refresh bit by bit, any frame will do; and where none comes
     * any more, as in a video of a single one, an earlier.
     */
    private List<Path> shots(StillSource source, List<Double> times, String name, Command command)
            throws IOException, WorkException {
        IntFunction<Shot> shot = i -> new Shot(times.get(i), name.formatted(i));
        List<Shot> all = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            all.add(shot.apply(i));
        }
        run(source, all, shots -> command.of(shots, true));
        List<Shot> missing = new ArrayList<>();
        for (Shot each : all) {
            if (size(file(each)) == 0) {
                missing.add(new Shot(Math.max(0, each.seconds() - EARLIER_SECONDS), each.file()));
            }
        }
        run(source, missing, shots -> command.of(shots, false));
        return all.stream().map(this::file).toList();
    }

    private void run(StillSource source, List<Shot> shots, Function<List<Shot>, List<String>> arguments)
            throws IOException, WorkException {
        int atOnce = source.atOnce();
        for (int from = 0; from < shots.size(); from += atOnce) {
            List<Shot> some = shots.subList(from, Math.min(shots.size(), from + atOnce));
            transcoder.runAsFarAsItGoes(arguments.apply(some), workspace, stop);
        }
    }

    private Path file(Shot shot) {
        return workspace.folder().resolve(Objects.requireNonNull(shot.file()));
    }

    static long size(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : 0;
    }
}
