package org.lecturehalls.media;

import java.time.Instant;

/**
 * Objects that nobody needs any more. Written down in the same atomic write that makes them useless, so that no crash
 * can leave them behind.
 *
 * @param prefix what their keys start with
 * @param notBefore when to remove them
 */
record Garbage(String prefix, Instant notBefore) {}
