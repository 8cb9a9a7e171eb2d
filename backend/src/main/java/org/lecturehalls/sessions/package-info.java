/** Lectures as they are planned, held, attended and recorded. */
@NullMarked
package org.lecturehalls.sessions;

import org.jspecify.annotations.NullMarked;
