/** Finds texts that share passages. Plain Java: texts in, pairs and passages out. */
@NullMarked
package org.lecturehalls.competitions.similarity;

import org.jspecify.annotations.NullMarked;
