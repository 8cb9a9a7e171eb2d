/** Halls, stops of the mobile classroom and practice bases: where they are, what they have, when they are open. */
@NullMarked
package org.lecturehalls.halls;

import org.jspecify.annotations.NullMarked;
