/** Spreadsheets as rows of text: CSV and XLSX, read and written a few rows at a time whatever the file's size. */
@NamedInterface("files")
@NullMarked
package org.lecturehalls.exchange.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
