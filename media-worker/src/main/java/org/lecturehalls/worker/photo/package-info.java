/** The work of a photo job: headers read here, in safe code; pixels decoded by ffmpeg in the sandbox. */
@NullMarked
package org.lecturehalls.worker.photo;

import org.jspecify.annotations.NullMarked;
