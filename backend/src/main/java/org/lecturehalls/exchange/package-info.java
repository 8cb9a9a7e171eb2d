/**
 * Import and export of every list as CSV or XLSX. A capability hands in an {@link org.lecturehalls.exchange.ExchangedList}
 * for each of its lists; checking, applying, progress, problems and files are the same for all of them.
 */
@NullMarked
package org.lecturehalls.exchange;

import org.jspecify.annotations.NullMarked;
