package org.lecturehalls.answers;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.Callers;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.RecentCallers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives a kept answer again, or keeps the one that is being given. Stands behind the gate: whoever comes here may ask. */
@Component
class AnswerFilter implements WebFilter {

    /** Nobody who means it asks in so many words. */
    private static final int LONGEST_QUERY = 300;

    private final Map<String, SharedAnswer> shared;
    private final SharedAnswers answers;
    private final RecentCallers callers;
    private final Clock clock;

    AnswerFilter(List<SharedAnswer> shared, SharedAnswers answers, RecentCallers callers, Clock clock) {
        this.shared = shared.stream().collect(Collectors.toUnmodifiableMap(SharedAnswer::path, Function.identity()));
        this.answers = answers;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        SharedAnswer wanted = wanted(exchange.getRequest());
        return wanted == null
                ? chain.filter(exchange)
                : key(wanted, exchange).flatMap(key -> answer(wanted, key, exchange, chain));
    }

    /** The kept answer for somebody whom the gate would let in; null when there is none. */
    @Nullable
    KeptAnswer before(ServerHttpRequest request) {
        SharedAnswer wanted = wanted(request);
        return wanted == null ? null : before(wanted, request);
    }

    private @Nullable KeptAnswer before(SharedAnswer wanted, ServerHttpRequest request) {
        if (!showsToken(request)) {
            return wanted.byRegion() ? null : answers.find(asked(wanted, request), wanted.fresh());
        }
        CurrentUser user = callers.admitted(request);
        return user == null ? null : answers.find(key(wanted, request, user), wanted.fresh());
    }

    private @Nullable SharedAnswer wanted(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        boolean common = request.getMethod() == HttpMethod.GET
                && (query == null || query.length() <= LONGEST_QUERY)
                && !"no-cache".equals(request.getHeaders().getCacheControl());
        return common ? shared.get(request.getPath().pathWithinApplication().value()) : null;
    }

    private static Mono<String> key(SharedAnswer wanted, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return Callers.of(exchange).map(user -> key(wanted, request, user)).defaultIfEmpty(asked(wanted, request));
    }

    private static String key(SharedAnswer wanted, ServerHttpRequest request, CurrentUser user) {
        String asked = asked(wanted, request);
        return wanted.byRegion() ? asked + " " + user.region() : asked;
    }

    /** What a visitor is given before the gate, a visitor was given behind it. */
    private static boolean showsToken(ServerHttpRequest request) {
        return request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    }

    private static String asked(SharedAnswer wanted, ServerHttpRequest request) {
        return wanted.path() + "?" + request.getURI().getRawQuery() + (showsToken(request) ? " signed in" : "");
    }

    private Mono<Void> answer(SharedAnswer wanted, String key, ServerWebExchange exchange, WebFilterChain chain) {
        KeptAnswer kept = answers.find(key, wanted.fresh());
        return kept == null ? chain.filter(keeping(key, exchange)) : again(kept, exchange);
    }

    private ServerWebExchange keeping(String key, ServerWebExchange exchange) {
        long changes = answers.changes();
        ServerHttpResponse response = exchange.getResponse();
        KeepingResponse keeping = new KeepingResponse(
                response,
                body -> answers.keep(key, KeptAnswer.of(body, response.getHeaders(), clock.instant()), changes));
        return exchange.mutate().response(keeping).build();
    }

    static Mono<Void> again(KeptAnswer kept, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        if (exchange.checkNotModified("\"" + kept.tag() + "\"")) {
            return response.setComplete();
        }
        kept.headers().forEach((name, values) -> response.getHeaders().put(name, values));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(kept.body())));
    }
}
