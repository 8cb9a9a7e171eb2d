/**
 * The administrative divisions as records: names, the tree, search, and which code followed which. What a code is stands
 * in {@code regions}, which knows nothing of this.
 */
@NullMarked
package org.lecturehalls.divisions;

import org.jspecify.annotations.NullMarked;
