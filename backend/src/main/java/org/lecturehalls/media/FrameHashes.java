package org.lecturehalls.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.lecturehalls.media.contract.ChunkReady;
import org.lecturehalls.media.contract.PartKind;

/** Hashes of frames in the words of workers: eight bytes each, in Base64. */
final class FrameHashes {

    /** An hour of them, one every two seconds. */
    private static final int MOST = 1800;

    private FrameHashes() {}

    /** Those of all chunks, one after the other. */
    static String joined(List<VideoPart> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.stream()
                .filter(part -> part.kind() == PartKind.CHUNK)
                .map(part -> Objects.requireNonNull(part.chunk()))
                .map(ChunkReady::frameHashes)
                .forEach(hashes -> all.writeBytes(Base64.getDecoder().decode(hashes)));
        byte[] bytes = all.toByteArray();
        byte[] first = Arrays.copyOf(bytes, Math.min(bytes.length, MOST * Long.BYTES));
        return Base64.getEncoder().encodeToString(first);
    }

    static long[] decoded(String hashes) {
        LongBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(hashes)).asLongBuffer();
        long[] longs = new long[Math.min(buffer.remaining(), MOST)];
        buffer.get(longs);
        return longs;
    }
}
