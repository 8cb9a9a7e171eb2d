/** Who judges what: plain Java over a graph library. */
@NullMarked
package org.lecturehalls.competitions.panel;

import org.jspecify.annotations.NullMarked;
