package org.lecturehalls.storage;

/** The object or upload that was named does not exist. */
public class MissingObjectException extends StorageException {

    MissingObjectException(String message, Throwable cause) {
        super(message, false, cause);
    }
}
