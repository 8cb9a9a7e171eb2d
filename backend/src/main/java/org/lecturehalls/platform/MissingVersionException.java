package org.lecturehalls.platform;

/** A change to a shared document did not say which version it is based on. */
public final class MissingVersionException extends DomainException {

    public MissingVersionException() {
        super("version-required");
    }
}
