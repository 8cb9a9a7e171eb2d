/** What departments tell halls and lecturers, and what people are told by the platform itself; who has read it. */
@NullMarked
package org.lecturehalls.notices;

import org.jspecify.annotations.NullMarked;
