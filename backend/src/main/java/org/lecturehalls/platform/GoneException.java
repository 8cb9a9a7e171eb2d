package org.lecturehalls.platform;

/** The thing existed and ended, for example an expired upload. */
public final class GoneException extends DomainException {

    public GoneException(String code, Object... args) {
        super(code, args);
    }
}
