package org.lecturehalls.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one bucket of the platform. Everything fails with {@link StorageException} when the store does not do its part.
 * Keys are made by the platform, never from what a person typed.
 */
public interface ObjectStore {

    /** Smallest size of a part that is not the last, in bytes: the same for every S3 store. */
    long MIN_PART_BYTES = 5L << 20;

    /** Most parts of one upload: the same for every S3 store. */
    int MAX_PARTS = 10_000;

    /** Name of the bucket, for workers. */
    String bucket();

    /** Begins an upload in parts and answers the id that the store gave it. */
    Mono<String> startUpload(String key, String contentType);

    /** An address to which anyone can put one part of an upload, for a while. */
    SignedUrl signPart(String key, String uploadId, int number, Duration validity);

    /** The parts that have arrived, by number; none when there is no such upload. */
    Mono<List<StoredPart>> parts(String key, String uploadId);

    /**
     * Makes one object of the parts. May take minutes for a large object. After it was done once, it fails or does
     * nothing, as the store likes; {@link #stat} tells.
     */
    Mono<Void> completeUpload(String key, String uploadId, List<StoredPart> parts);

    /**
     * Drops an upload and its parts; does nothing when there is no such upload. In some stores (S3Proxy) a part that was
     * on its way arrives all the same and stays, seen by nobody.
     */
    Mono<Void> abortUpload(String key, String uploadId);

    /** What is known of an object; empty when there is none. */
    Mono<StoredObject> stat(String key);

    /** The content of a small object; empty when there is none, an error when it is larger than said. */
    Mono<byte[]> get(String key, int maxBytes);

    /** Stores a small object. */
    Mono<Void> put(String key, byte[] content, String contentType);

    /** Removes an object; does nothing when there is none. */
    Mono<Void> delete(String key);

    /** Removes all objects whose keys start so, and answers how many there were. */
    Mono<Long> deleteAll(String prefix);

    /** All objects whose keys start so, by key. */
    Flux<StoredObject> list(String prefix);

    /**
     * An address from which anyone can read an object, whole or in ranges, for a while.
     *
     * @param signedAt when the time begins to run. The same key, presentation, time and validity give the same address,
     *     so that browsers and proxies can keep what they read; rounding the time makes use of that
     */
    SignedUrl signRead(String key, Presentation presentation, Instant signedAt, Duration validity);
}
