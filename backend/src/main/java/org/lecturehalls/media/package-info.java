/** Uploads, media assets, the jobs that turn what was uploaded into what can be played or read, and playback. */
@NullMarked
package org.lecturehalls.media;

import org.jspecify.annotations.NullMarked;
