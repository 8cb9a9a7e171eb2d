@NullMarked
package org.lecturehalls.standalone;

import org.jspecify.annotations.NullMarked;
