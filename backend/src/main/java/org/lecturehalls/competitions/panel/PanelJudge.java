package org.lecturehalls.competitions.panel;

import java.util.Set;

/** Somebody who can judge, and the categories that the person knows best. */
public record PanelJudge(String id, Set<String> expertise) {

    public PanelJudge {
        expertise = Set.copyOf(expertise);
    }
}
