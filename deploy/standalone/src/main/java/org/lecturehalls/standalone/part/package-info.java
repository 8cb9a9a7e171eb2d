/** What the launcher starts: parts that start, answer and stop. */
@NullMarked
package org.lecturehalls.standalone.part;

import org.jspecify.annotations.NullMarked;
