package org.lecturehalls.platform;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** No request may send more than a bounded number of bytes, whatever its headers say. */
@Component
@Order(BodyLimit.ORDER)
class BodyLimit implements WebFilter {

    /** Before sign-in, so that an anonymous flood is cut off as well. */
    static final int ORDER = -200;

    private final long max;

    BodyLimit(WebSettings settings) {
        this.max = settings.maxBody().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getHeaders().getContentLength() > max) {
            return Mono.error(tooLarge());
        }
        return chain.filter(
                exchange.mutate().request(new Counted(exchange.getRequest())).build());
    }

    private DataBufferLimitException tooLarge() {
        return new DataBufferLimitException("A body has at most " + max + " bytes");
    }

    private final class Counted extends ServerHttpRequestDecorator {

        private final AtomicLong seen = new AtomicLong();

        Counted(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().doOnNext(this::count);
        }

        private void count(DataBuffer buffer) {
            if (seen.addAndGet(buffer.readableByteCount()) > max) {
                DataBufferUtils.release(buffer);
                throw tooLarge();
            }
        }
    }
}
