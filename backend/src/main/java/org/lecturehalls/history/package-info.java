/**
 * Records that remember who changed what and when, that can be put away and restored, and that lose no change to a race.
 * Halls, lecturers, teams and cohorts are kept this way.
 */
@NullMarked
package org.lecturehalls.history;

import org.jspecify.annotations.NullMarked;
