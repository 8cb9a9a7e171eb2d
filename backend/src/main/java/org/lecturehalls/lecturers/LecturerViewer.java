package org.lecturehalls.lecturers;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;

/**
 * Who looks at lecturers.
 *
 * @param user null for a visitor who is not signed in
 */
record LecturerViewer(@Nullable CurrentUser user) {

    boolean isOfficerOf(Lecturer lecturer) {
        return user != null && user.actsAs(lecturer.region(), Role.PUBLICITY, Role.ADMIN);
    }

    /** Whether the person may see what is not for everybody: an officer of the place, or the lecturer. */
    boolean seesAllOf(Lecturer lecturer) {
        return isOfficerOf(lecturer) || user != null && user.id().equals(lecturer.userId());
    }
}
