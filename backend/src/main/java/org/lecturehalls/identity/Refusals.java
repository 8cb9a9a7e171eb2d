package org.lecturehalls.identity;

import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotSignedInException;
import org.lecturehalls.platform.Problems;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What callers are told who are not let in: the same kind of document as of any other problem. */
@Component
class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        boolean badToken = error instanceof InvalidBearerTokenException;
        String challenge = badToken ? "Bearer error=\"invalid_token\"" : "Bearer";
        exchange.getResponse().getHeaders().set("WWW-Authenticate", challenge);
        return problems.handle(exchange, new NotSignedInException(badToken ? "invalid-token" : "sign-in-required"));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException error) {
        return problems.handle(exchange, new NotAllowedException());
    }
}
