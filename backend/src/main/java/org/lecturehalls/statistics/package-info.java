/** What the city's lectures amount to: roll-ups kept current by events, and correctable by a rebuild. */
@NullMarked
package org.lecturehalls.statistics;

import org.jspecify.annotations.NullMarked;
