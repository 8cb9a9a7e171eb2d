package org.lecturehalls.identity;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Fresh;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Checks tokens and remembers for a moment whom those stand for that were good: a dashboard sends the same one again and again. In
 * bounded room; a token that has run out stands for nobody at once.
 */
final class RecentTokens implements ReactiveAuthenticationManager {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(20);
    private static final int MOST = 1_000;

    private final ReactiveAuthenticationManager checks;
    private final Clock clock;
    private final Fresh<SignedIn> known;

    RecentTokens(ReactiveAuthenticationManager checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
        this.known = new Fresh<>(KNOWN_FOR, MOST, clock);
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

    /** Whom the token stands for, when that was found out a moment ago and the token has not run out since. */
    @Nullable
    SignedIn find(String token) {
        SignedIn person = known.find(token);
        return person != null && person.isGoodAt(clock.instant()) ? person : null;
    }

    private void keep(String token, Authentication good) {
        if (good instanceof SignedIn person) {
            known.keep(token, person);
        }
    }
}
