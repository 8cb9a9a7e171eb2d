package org.lecturehalls.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/**
 * What officers say of content that is to replace what they have published.
 *
 * @param regions whose officers are asked; one of them decides
 * @param note why it is refused; null unless it is
 */
record ReplacementReview(
        State state, List<RegionCode> regions, @Nullable String note) {

    enum State {
        WAITING,
        APPROVED,
        REFUSED
    }

    static ReplacementReview waiting(List<RegionCode> regions) {
        return new ReplacementReview(State.WAITING, regions, null);
    }

    boolean isWaitingFor(List<RegionCode> others) {
        return state == State.WAITING && regions.equals(others);
    }
}
