package org.lecturehalls.storage;

import java.time.Instant;

/**
 * An object in the store.
 *
 * @param key its key
 * @param size in bytes
 * @param etag changes with the content, without quotes
 * @param changedAt when it was stored
 */
public record StoredObject(String key, long size, String etag, Instant changedAt) {}
