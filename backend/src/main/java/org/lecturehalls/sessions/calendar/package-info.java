/** Which days a series falls on, and how sessions are written for other calendars. Plain Java. */
@NullMarked
package org.lecturehalls.sessions.calendar;

import org.jspecify.annotations.NullMarked;
