package org.lecturehalls.lecturers;

/** How many people lecture, and in how many teams. */
public record StaffCount(long lecturers, long teams) {}
