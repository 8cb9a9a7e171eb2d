package org.lecturehalls.lecturers;

/** How far a cohort has come. */
enum CohortState {
    /** Trainees come and go, attendance and results are noted. */
    OPEN,
    /** Results stand; the certificates are being given. */
    CLOSING,
    /** Results stand, everybody who passed has a certificate. */
    CLOSED
}
