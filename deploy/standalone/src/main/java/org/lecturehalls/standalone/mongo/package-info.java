/** The embedded document database, made to lose no acknowledged write. */
@NullMarked
package org.lecturehalls.standalone.mongo;

import org.jspecify.annotations.NullMarked;
