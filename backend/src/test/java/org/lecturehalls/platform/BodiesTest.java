package org.lecturehalls.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class BodiesTest {

    private final NettyDataBufferFactory buffers = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
    private final List<ByteBuf> sent = new ArrayList<>();

    @Test
    void readsAFileOfManyBuffers() {
        StepVerifier.create(Bodies.bytes(body(400, 400, 200), 1000))
                .assertNext(file -> assertThat(file).hasSize(1000).containsOnly(7))
                .verifyComplete();
        assertThat(sent).hasSize(3).allMatch(buffer -> buffer.refCnt() == 0);
    }

    @Test
    void letsGoOfEachBufferOnceWhenTheFileIsTooLarge() {
        StepVerifier.create(Bodies.bytes(body(400, 400, 201, 400, 400), 1000))
                .verifyError(DataBufferLimitException.class);
        assertThat(sent).as("the rest is never asked for").hasSize(3).allMatch(buffer -> buffer.refCnt() == 0);
    }

    @Test
    void refusesAnEmptyBody() {
        StepVerifier.create(Bodies.bytes(body(), 1000)).verifyError(InvalidInputException.class);
        StepVerifier.create(Bodies.bytes(body(0), 1000)).verifyError(InvalidInputException.class);
        assertThat(sent).allMatch(buffer -> buffer.refCnt() == 0);
    }

    private MockServerHttpRequest body(Integer... sizes) {
        return MockServerHttpRequest.put("/").body(Flux.fromArray(sizes).map(this::buffer));
    }

    private DataBuffer buffer(int size) {
        byte[] content = new byte[size];
        java.util.Arrays.fill(content, (byte) 7);
        DataBuffer buffer = buffers.allocateBuffer(Math.max(1, size)).write(content);
        sent.add(NettyDataBufferFactory.toByteBuf(buffer));
        return buffer;
    }
}
