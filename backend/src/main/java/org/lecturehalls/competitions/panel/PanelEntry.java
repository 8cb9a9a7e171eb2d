package org.lecturehalls.competitions.panel;

import java.util.Set;

/** Something to be judged, and who must not judge it. */
public record PanelEntry(String id, String category, Set<String> barred) {

    public PanelEntry {
        barred = Set.copyOf(barred);
    }

    boolean takes(PanelJudge judge) {
        return !barred.contains(judge.id());
    }
}
