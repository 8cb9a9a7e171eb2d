/**
 * Answers that are given again. What many people ask for in the same words within a few seconds is worked out and written
 * down once.
 */
@NullMarked
package org.lecturehalls.answers;

import org.jspecify.annotations.NullMarked;
