/** Tells from the bytes of a file what it is, and whether that fits what was claimed. */
@NullMarked
package org.lecturehalls.worker.recognition;

import org.jspecify.annotations.NullMarked;
