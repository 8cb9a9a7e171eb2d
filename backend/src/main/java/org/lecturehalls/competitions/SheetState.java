package org.lecturehalls.competitions;

/** Whether a judge still writes. */
enum SheetState {
    DRAFT,
    SUBMITTED
}
