package org.lecturehalls.storage;

/** The object store did not do its part: it cannot be reached, is too slow, or refused. */
public class StorageException extends RuntimeException {

    private final boolean passing;

    StorageException(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /** Whether the same request may well succeed a little later. */
    public boolean isPassing() {
        return passing;
    }
}
