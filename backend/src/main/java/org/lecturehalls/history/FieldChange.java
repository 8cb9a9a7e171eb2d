package org.lecturehalls.history;

/**
 * One field that differs.
 *
 * @param before as shown to people, empty when there was nothing
 * @param after as shown to people, empty when there is nothing now
 */
public record FieldChange(String field, String before, String after) {}
