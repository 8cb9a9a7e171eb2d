package org.lecturehalls.worker.work;

import org.lecturehalls.media.contract.RefusalCode;

/** The source is not accepted, however often it is tried. */
public final class RefusedException extends WorkException {

    private final RefusalCode code;

    /**
     * @param code why, stable
     * @param detail one English sentence for operators, with the measured value and the limit; no user text
     */
    public RefusedException(RefusalCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public RefusalCode code() {
        return code;
    }
}
