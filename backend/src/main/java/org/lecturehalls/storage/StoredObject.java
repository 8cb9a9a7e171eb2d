package org.lecturehalls.storage;

/**
 * An object in the store.
 *
 * @param key its key
 * @param size in bytes
 * @param etag changes with the content, without quotes
 */
public record StoredObject(String key, long size, String etag) {}
