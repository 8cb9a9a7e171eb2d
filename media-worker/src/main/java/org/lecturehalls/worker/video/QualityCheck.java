package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.PictureQuality;
import org.lecturehalls.worker.video.FragmentedFile.Fragment;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/**
 * Measures at short excerpts how near each rung comes to its source, and encodes a rung that is below its floor again with a
 * lower rate factor, for as long as its bitrate leaves room for that.
 */
final class QualityCheck {

    /** Of each excerpt; more would tell the same. */
    private static final int FRAMES = 10;

    /** About a third fewer bits are lost with each step. */
    private static final int STEP = 4;

    private static final int MOST_STEPS = 2;

    /** Of the largest bitrate. What comes so near to it would not become better with a lower rate factor. */
    private static final double NEAR_THE_TOP = 0.85;

    /** The filters look at blocks of eight pixels, some beside each other. */
    private static final int SMALLEST_SIDE = 16;

    private final EncodePlan plan;
    private final @Nullable Chunk chunk;
    private final Transcoder transcoder;
    private final Workspace workspace;
    private final StopSignal stop;
    private final List<Rung> rungs;

    /** @param chunk what was encoded; null for the whole */
    QualityCheck(EncodePlan plan, @Nullable Chunk chunk, Transcoder transcoder, Workspace workspace, StopSignal stop) {
        this.plan = plan;
        this.chunk = chunk;
        this.transcoder = transcoder;
        this.workspace = workspace;
        this.stop = stop;
        this.rungs = new ArrayList<>(plan.rungs());
    }

    /** Whether the file of any rung is another now than it was. */
    boolean hasEncodedAgain() {
        return !rungs.equals(plan.rungs());
    }

    /**
     * Encodes again what is below its floor.
     *
     * @param measured what {@link #measured} has answered
     * @return the same after that
     */
    List<@Nullable PictureQuality> assured(List<@Nullable PictureQuality> measured) throws IOException, WorkException {
        List<@Nullable PictureQuality> qualities = measured;
        for (int step = 0; step < MOST_STEPS; step++) {
            List<Integer> below = belowTheirFloor(qualities);
            for (int i : below) {
                Rung better = rungs.get(i).with(rungs.get(i).quality() - STEP);
                rungs.set(i, better);
                transcoder.run(EncodeArguments.again(plan, chunk, better), workspace, stop, line -> {});
            }
            qualities = below.isEmpty() ? qualities : measured();
        }
        return qualities;
    }

    private List<Integer> belowTheirFloor(List<@Nullable PictureQuality> qualities) throws IOException {
        List<Integer> below = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            PictureQuality quality = qualities.get(i);
            boolean poor = quality != null && quality.ssim() < Ladder.leastSsim(rungs.get(i));
            if (poor && hasRoom(rungs.get(i))) {
                below.add(i);
            }
        }
        return below;
    }

    private boolean hasRoom(Rung rung) throws IOException {
        return read(rung).averageBitrate() < NEAR_THE_TOP * rung.maxBitrate();
    }

    private FragmentedFile read(Rung rung) throws IOException {
        return FragmentReader.read(workspace.out().resolve(rung.fileName()));
    }

    /** The quality of all rungs, in the plan's order; null where it is unknown. */
    List<@Nullable PictureQuality> measured() throws IOException, WorkException {
        if (isWaitedFor() || rungs.isEmpty() || rungs.get(0).shorterSide() < SMALLEST_SIDE) {
            return Collections.nCopies(rungs.size(), null);
        }
        List<FragmentedFile> files = new ArrayList<>();
        List<QualityStats> stats = new ArrayList<>();
        for (Rung rung : rungs) {
            files.add(read(rung));
            stats.add(new QualityStats());
        }
        for (int fragment : excerpts(files.get(0).fragments().size())) {
            compare(files, fragment);
            for (int i = 0; i < rungs.size(); i++) {
                stats.get(i).take(rungs.get(i).name(), workspace);
            }
        }
        List<@Nullable PictureQuality> qualities = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            qualities.add(stats.get(i).of(rungs.get(i).quality()));
        }
        return qualities;
    }

    /** Nothing is kept from somebody who waits to watch for what the first pictures tell, which are black or a title often enough. */
    private boolean isWaitedFor() {
        return chunk != null && chunk.first() && !chunk.last();
    }

    /** Of a chunk its middle, for there are other chunks; of the whole three places, or its beginning when nothing can be sought. */
    private SortedSet<Integer> excerpts(int fragments) {
        if (chunk != null) {
            return new TreeSet<>(List.of(fragments / 2));
        }
        return Cutting.seeksToFrames(plan.source())
                ? new TreeSet<>(List.of(fragments / 6, fragments / 2, fragments * 5 / 6))
                : new TreeSet<>(List.of(0));
    }

    private void compare(List<FragmentedFile> files, int fragment) throws IOException, WorkException {
        List<Fragment> all = files.get(0).fragments();
        long before =
                all.subList(0, fragment).stream().mapToLong(Fragment::samples).sum();
        long first = (chunk == null ? 0 : chunk.firstFrame()) + before;
        for (int i = 0; i < rungs.size(); i++) {
            FragmentCopy.of(
                    workspace.out().resolve(rungs.get(i).fileName()),
                    files.get(i).initBytes(),
                    List.of(files.get(i).fragments().get(fragment)),
                    workspace.folder().resolve(QualityStats.excerpt(rungs.get(i).name())));
        }
        Chunk excerpt = new Chunk(first, Math.min(FRAMES, all.get(fragment).samples()), false);
        transcoder.runAsFarAsItGoes(EncodeArguments.comparison(plan, excerpt), workspace, stop);
    }
}
