package org.lecturehalls.lecturers;

/**
 * What a lecturer has learned in some time.
 *
 * @param trainings cohorts passed
 * @param hours of these, in all
 * @param certificates that are good on the last day
 */
public record TrainingDone(String lecturerId, int trainings, int hours, int certificates) {}
