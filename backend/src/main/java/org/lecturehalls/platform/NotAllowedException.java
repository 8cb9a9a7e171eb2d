package org.lecturehalls.platform;

/** The caller is known and may see the thing, but may not do this with it. */
public final class NotAllowedException extends DomainException {

    public NotAllowedException() {
        super("not-allowed");
    }

    public NotAllowedException(String code, Object... args) {
        super(code, args);
    }
}
