package org.lecturehalls.platform;

/** A stated bound of the platform (quota, number of open uploads, …) would be passed. */
public final class LimitExceededException extends DomainException {

    public LimitExceededException(String code, Object... args) {
        super(code, args);
    }
}
