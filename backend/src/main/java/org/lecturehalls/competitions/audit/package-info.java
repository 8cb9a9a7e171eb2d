/**
 * The log of everything that touches a contest's result, and how to check it. Plain Java: whoever has an exported log
 * can check it with these classes alone, without the platform, its database or its word.
 *
 * <p>{@link org.lecturehalls.competitions.audit.LogLine} chains the records,
 * {@link org.lecturehalls.competitions.audit.LogCheck} finds what was changed afterwards, and
 * {@link org.lecturehalls.competitions.audit.ContestReplay} ranks again from what was logged.
 */
@NullMarked
package org.lecturehalls.competitions.audit;

import org.jspecify.annotations.NullMarked;
