/** What every capability needs and none owns: problem details, paging, idempotency, versions, ids, the clock and the web app's files. */
@NullMarked
package org.lecturehalls.platform;

import org.jspecify.annotations.NullMarked;
