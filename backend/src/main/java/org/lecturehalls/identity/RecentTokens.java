package org.lecturehalls.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Checks tokens and remembers for a moment whom those stand for that were good: a dashboard sends the same one again and again. In
 * bounded room; a token that has run out is forgotten at once.
 */
final class RecentTokens implements ReactiveAuthenticationManager {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(20);
    private static final int MOST = 1_000;

    private final ReactiveAuthenticationManager checks;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    RecentTokens(ReactiveAuthenticationManager checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    private record Known(SignedIn person, Instant at) {

        /** Not from the future either: a clock that was set back makes nothing last longer. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(KNOWN_FOR)) && person.isGoodAt(now);
        }
    }

    @Override
    public Mono<Authentication> authenticate(Authentication shown) {
        return shown instanceof BearerTokenAuthenticationToken token ? authenticate(token) : checks.authenticate(shown);
    }

    private Mono<Authentication> authenticate(BearerTokenAuthenticationToken token) {
        SignedIn person = find(token.getToken());
        return person == null
                ? checks.authenticate(token).doOnNext(good -> keep(token.getToken(), good))
                : Mono.just(person);
    }

    /** Whom the token stands for, when that was found out a moment ago. */
    synchronized @Nullable SignedIn find(String token) {
        Known found = known.get(token);
        if (found == null) {
            return null;
        }
        if (found.isFresh(clock.instant())) {
            return found.person();
        }
        known.remove(token);
        return null;
    }

    private synchronized void keep(String token, Authentication good) {
        if (good instanceof SignedIn person) {
            known.put(token, new Known(person, clock.instant()));
        }
    }
}
