package org.lecturehalls.answers;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Before the gate: what was answered a moment ago to somebody of whom the gate knows no more than of this one, headers and all.
 * Whoever is not known yet, or shows a token that was not checked a moment ago, goes on to the gate.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class EarlyAnswers implements WebFilter {

    private final AnswerFilter answers;

    EarlyAnswers(AnswerFilter answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        KeptAnswer kept = answers.before(exchange.getRequest());
        return kept == null ? chain.filter(exchange) : AnswerFilter.again(kept, exchange);
    }
}
