/** Administrative divisions: their codes, their tree, and which lies inside which. */
@NullMarked
package org.lecturehalls.regions;

import org.jspecify.annotations.NullMarked;
