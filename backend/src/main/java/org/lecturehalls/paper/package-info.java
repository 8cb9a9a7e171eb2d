/** What every PDF of the platform is written with: fonts that come along, a pen, and codes to scan. Plain Java. */
@NullMarked
package org.lecturehalls.paper;

import org.jspecify.annotations.NullMarked;
