/** Sources from and results to an S3 store, streamed between disk and network. */
@NullMarked
package org.lecturehalls.worker.store;

import org.jspecify.annotations.NullMarked;
