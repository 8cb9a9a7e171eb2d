/** The object store: a port for other capabilities, and its adapter, the only place that knows S3. */
@NullMarked
package org.lecturehalls.storage;

import org.jspecify.annotations.NullMarked;
