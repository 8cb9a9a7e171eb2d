package org.lecturehalls.answers;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;

/** Lets a JSON text pass that is written in one piece, and hands a copy of it on. */
final class KeepingResponse extends ServerHttpResponseDecorator {

    private final Consumer<byte[]> keep;

    KeepingResponse(ServerHttpResponse response, Consumer<byte[]> keep) {
        super(response);
        this.keep = keep;
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
            keep.accept(bytes);
        }
    }
}
