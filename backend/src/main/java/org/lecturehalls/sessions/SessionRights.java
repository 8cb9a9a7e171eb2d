package org.lecturehalls.sessions;

import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.NotAllowedException;
import reactor.core.publisher.Mono;

/** Who may plan and keep sessions: those in charge of the region, and lecturers their own. */
final class SessionRights {

    private SessionRights() {}

    static boolean mayKeep(CurrentUser user, SessionPlan plan) {
        var region = plan.place().region();
        var inCharge = user.actsAs(region, Role.HALL_MANAGER, Role.PUBLICITY, Role.ADMIN);
        return inCharge || user.actsAs(region, Role.LECTURER) && plan.isLecturedBy(user.id());
    }

    static Mono<SessionPlan> checkPlan(CurrentUser user, SessionPlan plan) {
        return mayKeep(user, plan) ? Mono.just(plan) : Mono.error(new NotAllowedException("outside-region"));
    }

    static Mono<Session> check(CurrentUser user, Session session) {
        return checkPlan(user, session.plan()).thenReturn(session);
    }
}
