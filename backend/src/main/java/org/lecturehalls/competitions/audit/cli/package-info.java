/** The command {@code verify-contest.sh}. */
@NullMarked
package org.lecturehalls.competitions.audit.cli;

import org.jspecify.annotations.NullMarked;
