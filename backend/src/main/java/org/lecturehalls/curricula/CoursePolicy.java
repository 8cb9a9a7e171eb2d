package org.lecturehalls.curricula;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.CourseStep.Party;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;

/** Who may see a course and who may do what with it. */
final class CoursePolicy {

    private CoursePolicy() {}

    /** Why a step cannot be taken. */
    enum Rejection {
        /** The course must seem not to exist. */
        HIDDEN,
        /** The course may be seen, but the step is for others. */
        NOT_YOURS,
        /** The step does not start from the present state. */
        WRONG_STATE,
        /** There is nothing in the course yet. */
        NO_LESSONS
    }

    static boolean sees(@Nullable CurrentUser user, Course course) {
        return course.state() == CourseState.PUBLISHED || isParty(user, course);
    }

    /** Whether somebody owns the course or decides about it, and so may see what is kept from its audience. */
    static boolean isParty(@Nullable CurrentUser user, Course course) {
        return !parties(user, course).isEmpty();
    }

    /** Why the step cannot be taken, or nothing when it can. */
    static Optional<Rejection> reject(CourseStep step, CurrentUser user, Course course) {
        if (!sees(user, course)) {
            return Optional.of(Rejection.HIDDEN);
        }
        if (!parties(user, course).contains(step.party())) {
            return Optional.of(Rejection.NOT_YOURS);
        }
        if (!step.startsFrom(course.state())) {
            return Optional.of(Rejection.WRONG_STATE);
        }
        boolean needsLessons = step == CourseStep.SUBMIT || step == CourseStep.PUBLISH;
        return needsLessons && course.lessons().isEmpty() ? Optional.of(Rejection.NO_LESSONS) : Optional.empty();
    }

    private static Set<Party> parties(@Nullable CurrentUser user, Course course) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        if (user != null && user.id().equals(course.ownerId())) {
            parties.add(Party.OWNER);
        }
        if (user != null && user.actsAs(course.region(), Role.PUBLICITY, Role.ADMIN)) {
            parties.add(Party.OFFICER);
        }
        return parties;
    }
}
