package org.lecturehalls.sessions;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.lecturers.LecturerSummary;

/** @param userId the lecturer's sign-in; null for lecturers who have none */
record SessionLecturer(String id, String name, @Nullable String userId) {

    static SessionLecturer of(LecturerSummary lecturer) {
        return new SessionLecturer(lecturer.id(), lecturer.name(), lecturer.userId());
    }
}
