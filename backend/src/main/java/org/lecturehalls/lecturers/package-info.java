/** Lecturers and their teams: who they are, what they lecture on and how, and in which languages. */
@NullMarked
package org.lecturehalls.lecturers;

import org.jspecify.annotations.NullMarked;
