/** The one way in which other programs are run: no network, bounded time, memory and output. */
@NullMarked
package org.lecturehalls.worker.sandbox;

import org.jspecify.annotations.NullMarked;
