/** Parts that run as processes of their own. */
@NullMarked
package org.lecturehalls.standalone.process;

import org.jspecify.annotations.NullMarked;
