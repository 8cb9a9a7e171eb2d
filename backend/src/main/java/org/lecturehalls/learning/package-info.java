/** How far people have come with what they watch. */
@NullMarked
package org.lecturehalls.learning;

import org.jspecify.annotations.NullMarked;
