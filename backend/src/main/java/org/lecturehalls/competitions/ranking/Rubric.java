package org.lecturehalls.competitions.ranking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The criteria that count, in the order in which they are shown. */
public record Rubric(List<Criterion> criteria) {

    public Rubric {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("A rubric needs a criterion");
        }
        Set<String> seen = new HashSet<>();
        for (Criterion criterion : criteria) {
            if (!seen.add(criterion.id())) {
                throw new IllegalArgumentException("The rubric names " + criterion.id() + " twice");
            }
        }
    }

    /** Whether the rubric has a criterion of that id. */
    public boolean has(String criterionId) {
        return criteria.stream().anyMatch(criterion -> criterion.id().equals(criterionId));
    }
}
