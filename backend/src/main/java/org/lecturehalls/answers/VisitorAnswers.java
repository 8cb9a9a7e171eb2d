package org.lecturehalls.answers;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Before the gate: what was answered to a visitor a moment ago, and would be to any other, headers and all. Whoever shows a token
 * goes on to the gate, which looks at it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class VisitorAnswers implements WebFilter {

    private final AnswerFilter answers;

    VisitorAnswers(AnswerFilter answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        KeptAnswer kept = answers.forVisitor(exchange.getRequest());
        return kept == null ? chain.filter(exchange) : AnswerFilter.again(kept, exchange);
    }
}
