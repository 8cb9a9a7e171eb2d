package org.lecturehalls.curricula;

import static org.lecturehalls.curricula.CourseState.ARCHIVED;
import static org.lecturehalls.curricula.CourseState.DRAFT;
import static org.lecturehalls.curricula.CourseState.PUBLISHED;
import static org.lecturehalls.curricula.CourseState.RETURNED;
import static org.lecturehalls.curricula.CourseState.SUBMITTED;

import java.util.Set;

/** What may be done with a course, by whom, and from which states. */
enum CourseStep {
    EDIT(Party.OWNER, Set.of(DRAFT, RETURNED)),
    DELETE(Party.OWNER, Set.of(DRAFT, RETURNED)),
    /** Begins what is to take the place of what is online. */
    REVISE(Party.OWNER, Set.of(PUBLISHED)),
    SUBMIT(Party.OWNER, Set.of(DRAFT, RETURNED)),
    /** Takes back what no officer has decided about. */
    WITHDRAW(Party.OWNER, Set.of(SUBMITTED)),
    /** Can be repeated, so that an interrupted one can be finished. */
    PUBLISH(Party.OFFICER, Set.of(SUBMITTED, PUBLISHED)),
    /** Puts a revision's content in the place of what is online; what was archived meanwhile stays away. */
    RENEW(Party.OFFICER, Set.of(PUBLISHED)),
    RETURN(Party.OFFICER, Set.of(SUBMITTED)),
    /** Can be repeated, so that an interrupted one can be finished. */
    ARCHIVE(Party.OFFICER, Set.of(PUBLISHED, ARCHIVED));

    /** What somebody is to a course; a person may be both. */
    enum Party {
        OWNER,
        OFFICER
    }

    private final Party party;
    private final Set<CourseState> from;

    CourseStep(Party party, Set<CourseState> from) {
        this.party = party;
        this.from = from;
    }

    Party party() {
        return party;
    }

    boolean startsFrom(CourseState state) {
        return from.contains(state);
    }
}
