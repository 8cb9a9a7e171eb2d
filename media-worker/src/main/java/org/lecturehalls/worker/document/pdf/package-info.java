/** The PDF tool: a program of its own that runs in the sandbox, because a PDF can make its reader use any amount of memory. */
@NullMarked
package org.lecturehalls.worker.document.pdf;

import org.jspecify.annotations.NullMarked;
