package org.lecturehalls.exchange;

/**
 * One column of a list.
 *
 * @param id name in the API and in English headers, for example {@code capacity}
 * @param title Chinese header
 * @param required whether each row must have it
 * @param absent whether a file may come without it; otherwise a forgotten column would empty a field of all records
 */
public record Column(String id, String title, boolean required, boolean absent) {

    public static Column required(String id, String title) {
        return new Column(id, title, true, false);
    }

    /** Its cells may be empty, the column itself must be there. */
    public static Column optional(String id, String title) {
        return new Column(id, title, false, false);
    }

    /** Only for people to read; what it says is not taken in. */
    public static Column informative(String id, String title) {
        return new Column(id, title, false, true);
    }

    boolean isHeadedBy(String header) {
        return id.equalsIgnoreCase(header) || title.equals(header);
    }
}
