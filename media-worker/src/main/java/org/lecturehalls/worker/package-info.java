@NullMarked
package org.lecturehalls.worker;

import org.jspecify.annotations.NullMarked;
