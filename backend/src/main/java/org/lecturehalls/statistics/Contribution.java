package org.lecturehalls.statistics;

import java.util.List;

/**
 * What one session adds to a cell, and under which headings.
 *
 * @param headings for example {@code format:STORY}; a session stands once under each
 */
record Contribution(String sessionId, List<String> headings, Figures figures) {

    Contribution {
        headings = List.copyOf(headings);
    }
}
