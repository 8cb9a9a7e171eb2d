package org.lecturehalls.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failed request with a problem document. */
@Component
@Order(Problems.ORDER)
public class Problems implements WebExceptionHandler {

    /** Before the handler of the framework, which makes a page of its own. */
    static final int ORDER = -2;

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ProblemMapper mapper;
    private final JsonMapper json;

    Problems(ProblemMapper mapper, JsonMapper json) {
        this.mapper = mapper;
        this.json = json;
    }

    /** Writes the problem that the error stands for; fails with the error when the answer has begun already. */
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        String requestId = RequestIds.of(exchange);
        ProblemMapper.Answer answer = mapper.map(error, ProblemMessages.language(exchange.getRequest()), requestId);
        log(answer.problem(), error, exchange.getRequest());
        return write(answer, exchange.getResponse());
    }

    private Mono<Void> write(ProblemMapper.Answer answer, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(answer.problem().status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (answer.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, answer.retryAfter().toSeconds())));
        }
        DataBuffer body = response.bufferFactory().wrap(json.writeValueAsBytes(answer.problem()));
        return response.writeWith(Mono.just(body));
    }

    private static void log(Problem problem, Throwable error, ServerHttpRequest request) {
        String path = request.getPath().value();
        if (problem.status() >= 500) {
            LOG.error("{} {} failed, request {}", request.getMethod(), path, problem.requestId(), error);
        } else {
            LOG.debug("{} {} answered {}", request.getMethod(), path, problem.code());
        }
    }
}
