/** The embedded message broker. */
@NullMarked
package org.lecturehalls.standalone.broker;

import org.jspecify.annotations.NullMarked;
