/** Keeps halls, lecturers and vehicles from being in two places at once, on a store with single-document writes. */
@NullMarked
package org.lecturehalls.sessions.booking;

import org.jspecify.annotations.NullMarked;
