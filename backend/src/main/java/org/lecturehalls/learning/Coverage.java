package org.lecturehalls.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of a lesson that somebody has watched, each second once: ordered stretches that do not touch. Adding is a union,
 * so it can be repeated, and the order in which two devices report does not matter.
 *
 * @param spans in order, with gaps between them longer than {@value #SEAM_SECONDS} s
 */
record Coverage(List<Span> spans) {

    static final Coverage NONE = new Coverage(List.of());

    /** Players report in steps; a gap this short between two reports is none. */
    static final double SEAM_SECONDS = 1;

    /** Bounds what is stored for a lesson; more than this is somebody playing with the slider. */
    static final int MOST_SPANS = 200;

    Coverage {
        spans = List.copyOf(spans);
    }

    /** What was watched before and what is new. When there are too many stretches, the shortest gaps count as watched. */
    Coverage plus(List<Span> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Span> ordered = Stream.concat(spans.stream(), more.stream())
                .sorted(Comparator.comparingDouble(Span::from))
                .toList();
        List<Span> joined = join(ordered, SEAM_SECONDS);
        return new Coverage(joined.size() <= MOST_SPANS ? joined : join(joined, seamFor(joined)));
    }

    private static List<Span> join(List<Span> ordered, double seam) {
        List<Span> joined = new ArrayList<>();
        for (Span next : ordered) {
            int last = joined.size() - 1;
            if (last >= 0 && next.from() <= joined.get(last).to() + seam) {
                Span before = joined.get(last);
                joined.set(last, new Span(before.from(), Math.max(before.to(), next.to())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /** A gap so long that closing all gaps up to it leaves no more stretches than are kept. */
    private static double seamFor(List<Span> spans) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < spans.size(); i++) {
            gaps.add(spans.get(i).from() - spans.get(i - 1).to());
        }
        gaps.sort(Comparator.naturalOrder());
        return gaps.get(spans.size() - MOST_SPANS - 1);
    }

    double seconds() {
        return spans.stream().mapToDouble(Span::seconds).sum();
    }

    /**
     * As much of what is reported as can be true: inside the lesson, and of what was not yet covered no more than
     * {@code most} seconds and the seams, taken from the front.
     */
    List<Span> credible(List<Span> reported, double lessonSeconds, double most) {
        List<Span> taken = new ArrayList<>();
        double left = most;
        for (Span span : Coverage.NONE.plus(reported).spans()) {
            double to = endWithin(span, Math.min(span.to(), lessonSeconds), left);
            if (to > span.from()) {
                taken.add(new Span(span.from(), to));
                left -= added(span.from(), to);
            }
        }
        return taken;
    }

    /** Where a stretch has to end so that no more than so many seconds are new. */
    private double endWithin(Span span, double end, double left) {
        double at = span.from();
        double open = left;
        for (Span known : spans) {
            double fresh = Math.min(known.from(), end) - at;
            if (fresh > open) {
                return at + open;
            }
            open -= Math.max(0, fresh);
            at = Math.max(at, Math.min(known.to(), end));
        }
        return Math.min(end, at + Math.max(0, open));
    }

    private double added(double from, double to) {
        double known = spans.stream()
                .mapToDouble(span -> Math.max(0, Math.min(span.to(), to) - Math.max(span.from(), from)))
                .sum();
        return to - from - known;
    }
}
