/** Courses and their lessons, from the lecturer's draft to what villagers watch. */
@NullMarked
package org.lecturehalls.curricula;

import org.jspecify.annotations.NullMarked;
