package org.lecturehalls.media;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.ChunkReady;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.PartKind;
import org.lecturehalls.media.contract.PicturesReady;
import org.lecturehalls.media.contract.SoundReady;
import org.lecturehalls.media.contract.VideoPlan;
import org.lecturehalls.media.contract.VideoPlan.PlannedRung;
import org.lecturehalls.media.contract.VideoPlanned;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;

/** What may be wrong with plans and parts. What contradicts itself is not kept. */
final class SharedResults {

    private static final int MOST_RUNGS = 10;

    /** Sound and picture of a source seldom end together, but the sum of what was made must be what was inspected. */
    private static final double TOLERANCE_SECONDS = 0.5;

    private static final double TOLERANCE_SHARE = 0.01;

    private SharedResults() {}

    static @Nullable String problemOf(VideoPlanned answer, @Nullable String prefix) {
        VideoPlan plan = answer.plan();
        boolean bounded = plan.recipe().length() <= VideoPlan.MAX_RECIPE
                && plan.chunkFrames().size() <= VideoPlan.MAX_CHUNKS
                && plan.soundPackets().size() <= VideoPlan.MAX_CHUNKS
                && plan.rungs().size() <= MOST_RUNGS
                && plan.build().matches("[A-Za-z0-9.-]{1,60}");
        boolean something = !plan.chunkFrames().isEmpty()
                && plan.chunkFrames().stream().allMatch(frames -> frames > 0)
                && plan.soundPackets().stream().allMatch(packets -> packets > 0)
                && !plan.rungs().isEmpty()
                && plan.frameRate() > 0;
        if (!bounded || !something) {
            return "The worker's plan cannot be carried out";
        }
        String ofSounds = Results.problemOf(plan.soundTracks());
        if (ofSounds != null) {
            return ofSounds;
        }
        return answer.outputPrefix().equals(prefix) ? null : "The worker's plan is of another attempt";
    }

    static @Nullable String problemOf(ChunkReady answer, VideoPart part, VideoPlan plan) {
        List<SegmentedFile> files =
                answer.rungs().stream().map(ChunkReady.ChunkRung::file).toList();
        List<String> names =
                answer.rungs().stream().map(ChunkReady.ChunkRung::name).toList();
        if (!names.equals(plan.rungs().stream().map(PlannedRung::name).toList())) {
            return "the worker's chunk does not have the planned rungs";
        }
        long slack = part.last() ? 1 : 0;
        boolean counted = answer.rungs().stream().allMatch(rung -> Math.abs(rung.frames() - part.frames()) <= slack);
        if (!counted) {
            return "the worker's chunk does not have the planned frames";
        }
        return Results.problemOf(
                files,
                files.stream().map(SegmentedFile::key).toList(),
                part.job().prefix());
    }

    static @Nullable String problemOf(SoundReady answer, VideoPart part) {
        List<SegmentedFile> pieces = answer.pieces();
        if (pieces.isEmpty() || (part.number() == 0 && pieces.get(0).initBytes() <= 0)) {
            return "the worker's sound has nothing to play";
        }
        return Results.problemOf(
                pieces,
                pieces.stream().map(SegmentedFile::key).toList(),
                part.job().prefix());
    }

    static @Nullable String problemOf(PicturesReady answer, VideoPart part) {
        FilmPictures pictures = answer.pictures();
        return pictures == null
                ? null
                : Results.problemOf(pictures, answer.posterKey(), part.job().prefix());
    }

    /** What is wrong with all parts together; null when nothing is. */
    static @Nullable String problemOf(VideoPlan plan, List<VideoPart> parts) {
        List<ChunkReady> chunks =
                parts.stream().flatMap(part -> Stream.ofNullable(part.chunk())).toList();
        long chunkParts =
                parts.stream().filter(part -> part.kind() == PartKind.CHUNK).count();
        if (chunks.size() != plan.chunkFrames().size() || chunks.size() != chunkParts) {
            return "The video's chunks are not complete";
        }
        for (PlannedRung rung : plan.rungs()) {
            long frames = chunks.stream()
                    .flatMap(chunk -> chunk.rungs().stream())
                    .filter(made -> made.name().equals(rung.name()))
                    .mapToLong(ChunkReady.ChunkRung::frames)
                    .sum();
            if (Math.abs(frames - plan.frames()) > 1) {
                return "Verification failed: %s has %d frames instead of %d"
                        .formatted(rung.name(), frames, plan.frames());
            }
        }
        double seconds = GrowingTracks.seconds(plan, parts);
        boolean asLong = Math.abs(seconds - plan.seconds()) <= TOLERANCE_SECONDS + plan.seconds() * TOLERANCE_SHARE;
        return asLong ? null : "Verification failed: %.2f s instead of %.2f s".formatted(seconds, plan.seconds());
    }
}
