/** From a subtitle file of anybody's making to harmless WebVTT. Plain Java: text in, text out. */
@NullMarked
package org.lecturehalls.media.captions;

import org.jspecify.annotations.NullMarked;
