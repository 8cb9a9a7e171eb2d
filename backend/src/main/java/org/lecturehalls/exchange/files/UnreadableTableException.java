package org.lecturehalls.exchange.files;

/** The file as a whole can't be read as a table; {@link #code()} says why in a stable word. */
public final class UnreadableTableException extends RuntimeException {

    private final String code;

    public UnreadableTableException(String code) {
        super(code);
        this.code = code;
    }

    UnreadableTableException(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
