package org.lecturehalls.platform;

import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads bodies that are files. */
public final class Bodies {

    private Bodies() {}

    /**
     * The whole body. Each buffer of the network is copied and let go of when it comes, so that none is held, or let go of
     * twice, when the file turns out too large. Fails with {@link DataBufferLimitException} (413) when it is larger, and with
     * {@link InvalidInputException} ({@code empty-file}) when there is none.
     */
    public static Mono<byte[]> bytes(ServerHttpRequest request, int most) {
        return request.getBody()
                .map(Bodies::copy)
                .reduceWith(ByteArrayOutputStream::new, (file, more) -> append(file, more, most))
                .map(ByteArrayOutputStream::toByteArray)
                .filter(file -> file.length > 0)
                .switchIfEmpty(Mono.error(() -> new InvalidInputException("empty-file")));
    }

    private static ByteArrayOutputStream append(ByteArrayOutputStream file, byte[] more, int most) {
        if (file.size() + more.length > most) {
            throw new DataBufferLimitException("A file here has at most " + most + " bytes");
        }
        file.writeBytes(more);
        return file;
    }

    private static byte[] copy(DataBuffer buffer) {
        try {
            byte[] content = new byte[buffer.readableByteCount()];
            buffer.read(content);
            return content;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
