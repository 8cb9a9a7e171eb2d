/** What all kinds of work share: where it happens, how it is stopped, how it ends. */
@NullMarked
package org.lecturehalls.worker.work;

import org.jspecify.annotations.NullMarked;
