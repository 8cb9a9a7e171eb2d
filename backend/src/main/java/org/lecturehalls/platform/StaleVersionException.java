package org.lecturehalls.platform;

/** The document was changed since the caller read it; nothing was written. */
public final class StaleVersionException extends DomainException {

    public StaleVersionException() {
        super("stale-version");
    }
}
