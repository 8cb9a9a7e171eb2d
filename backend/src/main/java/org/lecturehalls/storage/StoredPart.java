package org.lecturehalls.storage;

/**
 * A part of an upload that has arrived.
 *
 * @param number from 1
 * @param size in bytes
 * @param etag of its content, without quotes
 */
public record StoredPart(int number, long size, String etag) {}
