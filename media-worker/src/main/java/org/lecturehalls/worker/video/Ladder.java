package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rungs a source gets: those not above it, the smallest for the worst line. The two smallest stay under 200 kbit/s
 * with their sound.
 */
final class Ladder {

    /** Costs as much as all others together, and few lines in a village carry it: only made where somebody asks for it. */
    private static final int FULL_HD = 1080;

    private static final List<Step> STEPS = List.of(
            new Step(144, 28, 90, 0.90),
            new Step(240, 28, 120, 0.90),
            new Step(360, 26, 420, 0.93),
            new Step(480, 25, 850, 0.94),
            new Step(720, 24, 1800, 0.95),
            new Step(FULL_HD, 24, 3600, 0.95));

    private Ladder() {}

    /** @param leastSsim below which a picture is seen to be worse than it need be at this size */
    private record Step(int side, int quality, int maxKilobits, double leastSsim) {}

    /** The structural similarity under which a rung is encoded again with less loss. */
    static double leastSsim(Rung rung) {
        return STEPS.stream()
                .filter(step -> step.side <= rung.shorterSide())
                .reduce((smaller, larger) -> larger)
                .orElse(STEPS.get(0))
                .leastSsim;
    }

    /**
     * Smallest first; never empty: a source below the lowest rung gets one of its own size.
     *
     * @param fullHd whether 1080 lines are asked for
     */
    static List<Rung> of(int width, int height, boolean fullHd) {
        int side = Math.min(width, height);
        List<Rung> rungs = new ArrayList<>();
        for (Step step : STEPS) {
            if (step.side <= side && (fullHd || step.side < FULL_HD)) {
                rungs.add(rung(step, step.side, width, height));
            }
        }
        if (rungs.isEmpty()) {
            rungs.add(rung(STEPS.get(0), Math.max(2, side / 2 * 2), width, height));
        }
        return List.copyOf(rungs);
    }

    private static Rung rung(Step step, int side, int width, int height) {
        boolean landscape = width >= height;
        double aspect = landscape ? (double) width / height : (double) height / width;
        int longer = Math.max(2, (int) Math.round(side * aspect / 2) * 2);
        return new Rung(
                side + "p", landscape ? longer : side, landscape ? side : longer, step.quality, step.maxKilobits);
    }
}
