package org.lecturehalls.history;

import org.jspecify.annotations.Nullable;

/**
 * A kind of record whose changes can be searched. Each capability that keeps such records declares its kinds as beans.
 *
 * @param name in the API, for example {@code halls}
 * @param type the stored document
 * @param latest path of the field with the latest {@link Revision}
 * @param region path of the field with the record's division; null when records belong to the whole city
 * @param title path of the field that people know a record by; null when there is none
 */
public record TrackedKind(
        String name,
        Class<?> type,
        String latest,
        @Nullable String region,
        @Nullable String title) {

    /** A kind that is kept by {@link RevisedRecords}, inside regions. */
    public static TrackedKind of(String name, Class<?> type, @Nullable String title) {
        return new TrackedKind(name, type, "revision", "region", title);
    }
}
