package org.lecturehalls.storage;

import java.net.URI;
import java.time.Instant;

/**
 * An address that gives access to one object for a while, to whoever has it.
 *
 * @param url as browsers reach the store
 * @param expiresAt when it stops working
 */
public record SignedUrl(URI url, Instant expiresAt) {}
