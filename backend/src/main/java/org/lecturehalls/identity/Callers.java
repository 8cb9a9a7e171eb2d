package org.lecturehalls.identity;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells who sends a request, for those who stand before the controllers. */
public final class Callers {

    private Callers() {}

    /** Empty for a visitor who is not signed in. */
    public static Mono<CurrentUser> of(ServerWebExchange exchange) {
        return exchange.getPrincipal().ofType(SignedIn.class).map(SignedIn::getPrincipal);
    }
}
