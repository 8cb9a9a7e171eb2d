/** Runs a folder of files through the worker by hand, without broker and store. */
@NullMarked
package org.lecturehalls.worker.samples;

import org.jspecify.annotations.NullMarked;
