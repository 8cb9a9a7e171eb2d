package org.lecturehalls.platform;

/** Only somebody who is signed in may do this. */
public final class NotSignedInException extends DomainException {

    public NotSignedInException(String code) {
        super(code);
    }
}
