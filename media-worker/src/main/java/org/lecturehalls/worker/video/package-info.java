/** From an untrusted video or audio file to a verified ladder of renditions. */
@NullMarked
package org.lecturehalls.worker.video;

import org.jspecify.annotations.NullMarked;
