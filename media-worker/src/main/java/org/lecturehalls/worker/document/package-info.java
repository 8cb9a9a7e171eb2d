/** From an untrusted document to a harmless PDF, its pictures and its text. */
@NullMarked
package org.lecturehalls.worker.document;

import org.jspecify.annotations.NullMarked;
