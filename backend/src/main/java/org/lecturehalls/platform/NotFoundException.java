package org.lecturehalls.platform;

/** There is no such thing, or the caller must not learn that there is. */
public final class NotFoundException extends DomainException {

    public NotFoundException() {
        super("not-found");
    }

    public NotFoundException(String code, Object... args) {
        super(code, args);
    }
}
