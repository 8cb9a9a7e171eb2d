package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.lecturehalls.worker.work.WorkException;

/**
 * Decodes the first and some other fragment of each rung while the rest is still encoded: what is written does not change any
 * more, and encoders leave a part of the processors idle. Behind the encoding the same takes longer than all other checks.
 */
final class EarlyChecks implements Consumer<String> {

    private static final String FRAMES = "frame=";

    private final EncodePlan plan;
    private final RenditionCheck check;
    private final SideBySide steps;
    private final Consumer<String> progress;
    private final Map<Rung, SideBySide.Outcome<Boolean>> begun = new HashMap<>();

    /** @param progress gets all lines that this gets */
    EarlyChecks(EncodePlan plan, RenditionCheck check, SideBySide steps, Consumer<String> progress) {
        this.plan = plan;
        this.check = check;
        this.steps = steps;
        this.progress = progress;
    }

    /** A line of {@code -progress} of ffmpeg. */
    @Override
    public void accept(String line) {
        progress.accept(line);
        if (begun.isEmpty() && line.startsWith(FRAMES) && half(line.substring(FRAMES.length()))) {
            for (int i = plan.rungs().size() - 1; i >= 0; i--) {
                Rung rung = plan.rungs().get(i);
                begun.put(rung, steps.start(() -> check.begun(rung)));
            }
        }
    }

    private boolean half(String frames) {
        try {
            return 2 * Long.parseLong(frames.strip()) >= plan.expectedFrames();
        } catch (NumberFormatException notYetKnown) {
            return false;
        }
    }

    /** Whether this rung's first and some other fragment were decoded; false when there was not enough to look at. */
    boolean done(Rung rung) throws IOException, WorkException {
        SideBySide.Outcome<Boolean> outcome = begun.get(rung);
        return outcome != null && outcome.get();
    }
}
