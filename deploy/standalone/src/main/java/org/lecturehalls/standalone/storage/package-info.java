/** The embedded object store. */
@NullMarked
package org.lecturehalls.standalone.storage;

import org.jspecify.annotations.NullMarked;
