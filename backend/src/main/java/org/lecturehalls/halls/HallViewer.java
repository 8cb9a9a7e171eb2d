package org.lecturehalls.halls;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;

/**
 * Who looks at halls.
 *
 * @param user null for a visitor who is not signed in
 */
record HallViewer(@Nullable CurrentUser user) {

    /** Whether the person looks after halls of this place and sees who manages it. */
    boolean isOfficerOf(Hall hall) {
        return user != null && user.actsAs(hall.region(), Role.HALL_MANAGER, Role.PUBLICITY, Role.ADMIN);
    }
}
