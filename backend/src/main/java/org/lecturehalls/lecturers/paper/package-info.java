/** Certificates as PDF files. Plain Java: texts in, bytes out. */
@NullMarked
package org.lecturehalls.lecturers.paper;

import org.jspecify.annotations.NullMarked;
