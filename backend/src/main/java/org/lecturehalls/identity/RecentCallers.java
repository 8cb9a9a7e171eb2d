package org.lecturehalls.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Tells who sends a request, for those who stand before the gate. */
@Component
public class RecentCallers {

    private static final String SCHEME = "Bearer ";

    private final RecentTokens tokens;
    private final Gate gate;

    RecentCallers(RecentTokens tokens, Gate gate) {
        this.tokens = tokens;
        this.gate = gate;
    }

    /** The person whose token was checked a moment ago and whom the rules let in; null when the gate has to look. */
    public @Nullable CurrentUser admitted(ServerHttpRequest request) {
        String shown = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        SignedIn person =
                shown != null && shown.startsWith(SCHEME) ? tokens.find(shown.substring(SCHEME.length())) : null;
        return person != null && gate.admits(person, request) ? person.getPrincipal() : null;
    }
}
