/**
 * A whole city to look at and to measure with: real divisions, everything else made up from a seed. Loaded only when a
 * setting asks for it.
 */
@NullMarked
package org.lecturehalls.samplecity;

import org.jspecify.annotations.NullMarked;
