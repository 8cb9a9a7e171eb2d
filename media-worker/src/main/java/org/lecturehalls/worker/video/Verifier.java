package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;

/**
 * Decides whether what was encoded may be published: every file is sound, all rungs have the same frames, and picture and sound
 * are as long as in the source.
 */
final class Verifier {

    private static final double TOLERANCE_SECONDS = 0.5;
    private static final double TOLERANCE_SHARE = 0.01;

    /** A source of which less than this can be decoded is of no use. */
    private static final double USABLE_SHARE = 0.5;

    private final EncodePlan plan;
    private final RenditionCheck check;
    private final boolean soundSource;

    /** @param soundSource whether ffmpeg decoded the source without complaint */
    Verifier(EncodePlan plan, RenditionCheck check, boolean soundSource) {
        this.plan = plan;
        this.check = check;
        this.soundSource = soundSource;
    }

    /** The files that passed, rungs in the plan's order. */
    record Verified(List<FragmentedFile> rungs, @Nullable FragmentedFile audio) {}

    /** Checks files side by side, the largest first, which takes longest. */
    SideBySide.Outcome<Verified> verify(SideBySide steps, EarlyChecks early) {
        List<SideBySide.Outcome<FragmentedFile>> rungs = new ArrayList<>();
        for (int i = plan.rungs().size() - 1; i >= 0; i--) {
            Rung rung = plan.rungs().get(i);
            rungs.add(0, steps.start(() -> check.rung(rung, early.done(rung))));
        }
        SideBySide.Outcome<FragmentedFile> audio = plan.source().audio() == null ? null : steps.start(check::audio);
        return () -> together(rungs, audio);
    }

    private Verified together(
            List<SideBySide.Outcome<FragmentedFile>> checked, SideBySide.@Nullable Outcome<FragmentedFile> checkedAudio)
            throws IOException, WorkException {
        List<FragmentedFile> rungs = new ArrayList<>();
        for (SideBySide.Outcome<FragmentedFile> each : checked) {
            rungs.add(each.get());
        }
        FragmentedFile audio = checkedAudio == null ? null : checkedAudio.get();
        sameFrames(rungs);
        if (!rungs.isEmpty()) {
            asLongAsSource(
                    "picture",
                    rungs.get(0).samples() / plan.grid().rate(),
                    plan.source().videoSeconds());
        }
        if (audio != null) {
            asLongAsSource("sound", audio.seconds(), plan.source().audioSeconds());
        }
        return new Verified(rungs, audio);
    }

    /**
     * The same for sound that is encoded apart.
     *
     * @param packets how many of the stretch there are
     */
    void verifySound(SoundChunk chunk, long packets) throws IOException, WorkException {
        check.audio();
        if (chunk.last()) {
            asLongAsSource("sound", chunk.endSeconds(packets), plan.source().audioSeconds());
        }
    }

    private static void sameFrames(List<FragmentedFile> rungs) throws WorkFailedException {
        long different = rungs.stream().map(FragmentedFile::samples).distinct().count();
        if (different > 1) {
            throw new WorkFailedException("Verification failed: the rungs differ in their number of frames.");
        }
    }

    private void asLongAsSource(String what, double seconds, double source) throws WorkException {
        double missing = source - seconds;
        if (missing > source * (1 - USABLE_SHARE) && missing > TOLERANCE_SECONDS) {
            throw new RefusedException(
                    RefusalCode.DAMAGED,
                    String.format("Only %.1f of %.1f seconds of %s can be decoded.", seconds, source, what));
        }
        boolean equal = Math.abs(missing) <= TOLERANCE_SECONDS + source * TOLERANCE_SHARE;
        if (!equal && soundSource) {
            throw new WorkFailedException(
                    String.format("Verification failed: %.2f seconds of %s instead of %.2f.", seconds, what, source));
        }
    }
}
