/** Who came: changing check-in codes, the hall's list, corrections. */
@NullMarked
package org.lecturehalls.sessions.attendance;

import org.jspecify.annotations.NullMarked;
