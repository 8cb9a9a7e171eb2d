package org.lecturehalls.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lecturehalls.media.contract.PackJob;

/** Says of what plain files are made. Plain computing, no I/O. */
final class PackPlan {

    /** What a phone and an old television can show, and a stick has room for. */
    private static final int MOST_LINES = 360;

    private PackPlan() {}

    /** The largest rung that is not above 360 lines, else the smallest; none for an audio lesson. */
    static Optional<Product.Rung> rung(Product product) {
        Comparator<Product.Rung> bySide = Comparator.comparingInt(PackPlan::side);
        Optional<Product.Rung> fitting = product.rungs().stream()
                .filter(rung -> side(rung) <= MOST_LINES)
                .max(bySide);
        return fitting.or(() -> product.rungs().stream().min(bySide));
    }

    private static int side(Product.Rung rung) {
        return Math.min(rung.width(), rung.height());
    }

    /** The bytes of a track as one fragmented file: the first initialisation section, then all segments. */
    static List<PackJob.Stretch> stretches(List<Stretch> inOrder) {
        List<PackJob.Stretch> all = new ArrayList<>();
        Stretch first = inOrder.get(0);
        all.add(new PackJob.Stretch(first.key(), 0, first.initBytes()));
        for (Stretch stretch : inOrder) {
            long bytes = stretch.lengths().stream().mapToLong(Long::longValue).sum();
            all.add(new PackJob.Stretch(stretch.key(), stretch.firstOffset(), bytes));
        }
        return List.copyOf(all);
    }
}
