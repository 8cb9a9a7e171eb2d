package org.lecturehalls.answers;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;

/** Lets a JSON text pass that is written in one piece, and hands a copy of it on. */
final class KeepingResponse extends ServerHttpResponseDecorator {

    private final Consumer<byte[]> keep;
    private byte @Nullable [] body;

    KeepingResponse(ServerHttpResponse response, Consumer<byte[]> keep) {
        super(response);
        this.keep = keep;
        // Registered behind the gate's own, which adds headers at the last moment.
        response.beforeCommit(() -> Mono.fromRunnable(this::keep));
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        // The encoder writes single values as a Mono, and what it streams as a Flux.
        return body instanceof Mono<? extends DataBuffer> single
                ? super.writeWith(single.doOnNext(this::copy))
                : super.writeWith(body);
    }

    private void copy(DataBuffer buffer) {
        int length = buffer.readableByteCount();
        if (HttpStatus.OK.equals(getStatusCode()) && length <= SharedAnswers.LARGEST_BYTES) {
            byte[] bytes = new byte[length];
            buffer.toByteBuffer(ByteBuffer.wrap(bytes));
            body = bytes;
        }
    }

    private void keep() {
        if (body != null) {
            keep.accept(body);
        }
    }
}
