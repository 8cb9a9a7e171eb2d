package org.lecturehalls.competitions;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;

/** What somebody is to a contest, which decides what they may see. */
enum Standing {
    /** Runs it and sees everything. */
    OFFICER,
    /** Sees entries without names, and only their own sheets. */
    JUDGE,
    /** Sees their own entries. */
    ENTRANT,
    /** Sees what is public. */
    OTHER;

    /** Who judges a contest does not run it while it is judged, whatever else they are: judging is blind. */
    static Standing of(@Nullable CurrentUser user, Contest contest) {
        if (user == null) {
            return OTHER;
        }
        if (contest.isJudge(user.id()) && !contest.state().showsResult()) {
            return JUDGE;
        }
        if (user.actsAs(contest.region(), Role.PUBLICITY, Role.ADMIN)) {
            return OFFICER;
        }
        if (contest.isJudge(user.id())) {
            return JUDGE;
        }
        return contest.isEntrant(user.id()) ? ENTRANT : OTHER;
    }

    boolean sees(Contest contest) {
        return switch (contest.state()) {
            case DRAFT -> this == OFFICER;
            case OPEN, PUBLISHED, ARCHIVED -> true;
            case SCREENING, JUDGING -> this != OTHER;
            case DELIBERATION -> this != OTHER || contest.votesBeforehand();
        };
    }
}
