/** Contests: entries, judges, score sheets, ranking and publication. */
@NullMarked
package org.lecturehalls.competitions;

import org.jspecify.annotations.NullMarked;
