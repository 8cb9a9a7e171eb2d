/** Ranks a spreadsheet from the command line, with the same code as the platform. */
@NullMarked
package org.lecturehalls.competitions.ranking.cli;

import org.jspecify.annotations.NullMarked;
