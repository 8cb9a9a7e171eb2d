package org.lecturehalls.media;

import java.net.URI;
import org.lecturehalls.media.contract.PackKind;

/**
 * A plain file of a video, to be kept and played without a network.
 *
 * @param fileName under which it is saved
 * @param bytes its size
 * @param sha256 its checksum, 64 hexadecimal digits in lower case
 * @param url where it is read, also from the middle of it; it answers for this very file or not at all
 */
public record OfflineFile(PackKind kind, String fileName, long bytes, String sha256, URI url) {}
