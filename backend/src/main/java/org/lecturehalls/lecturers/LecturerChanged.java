package org.lecturehalls.lecturers;

/**
 * A lecturer was added, changed, put away or brought back.
 *
 * @param inUse false when put away
 */
public record LecturerChanged(LecturerSummary lecturer, boolean inUse) {}
