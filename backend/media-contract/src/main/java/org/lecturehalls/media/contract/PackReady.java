package org.lecturehalls.media.contract;

import java.util.List;

/**
 * The plain files of a video are stored.
 *
 * @param jobId the job
 * @param token fencing token of the attempt
 * @param outputPrefix where the objects are
 * @param files at least one, one of a kind at most
 */
public record PackReady(String jobId, long token, String outputPrefix, List<PackedFile> files) {

    /**
     * One file.
     *
     * @param key its object key
     * @param bytes its size
     * @param sha256 its checksum, 64 hexadecimal digits in lower case
     */
    public record PackedFile(PackKind kind, String key, long bytes, String sha256) {}
}
