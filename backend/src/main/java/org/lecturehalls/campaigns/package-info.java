/** Drives of a number of sessions within a period: what is aimed at, and how far each county has come. */
@NullMarked
package org.lecturehalls.campaigns;

import org.jspecify.annotations.NullMarked;
