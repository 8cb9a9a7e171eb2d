@NullMarked
package org.lecturehalls;

import org.jspecify.annotations.NullMarked;
