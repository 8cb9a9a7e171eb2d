package org.lecturehalls.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.AccessRule.Requirement;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/**
 * Decides by the capabilities' rules; what no rule names is denied. The rules lie sorted by method and by the first words of their
 * paths, so that a request is held against the handful that can be meant and not against all of them.
 */
final class Gate implements ReactiveAuthorizationManager<AuthorizationContext> {

    /** Of {@code /api/v1/courses/…} as many as tell the capability. */
    private static final int WORDS = 3;

    private final Map<HttpMethod, Map<List<String>, List<AccessRule>>> rules = new HashMap<>();

    Gate(List<AccessRules> capabilities) {
        capabilities.stream()
                .flatMap(capability -> capability.rules().stream())
                .sorted(Comparator.comparing(AccessRule::path))
                .forEach(this::add);
    }

    /** Whoever may get something may ask for its head as well. */
    private void add(AccessRule rule) {
        add(rule.method(), rule);
        if (rule.method() == HttpMethod.GET) {
            add(HttpMethod.HEAD, rule);
        }
    }

    private void add(HttpMethod method, AccessRule rule) {
        List<String> plain = words(PathContainer.parsePath(rule.path().getPatternString())).stream()
                .takeWhile(word -> !isPattern(word))
                .toList();
        rules.computeIfAbsent(method, any -> new HashMap<>())
                .computeIfAbsent(plain, any -> new ArrayList<>())
                .add(rule);
    }

    private static boolean isPattern(String word) {
        return word.contains("*") || word.contains("{") || word.contains("?");
    }

    /** The first words, decoded, as the patterns see them. */
    private static List<String> words(PathContainer path) {
        return path.elements().stream()
                .flatMap(part ->
                        part instanceof PathSegment segment ? Stream.of(segment.valueToMatch()) : Stream.empty())
                .limit(WORDS)
                .toList();
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        AccessRule rule = ruleFor(context.getExchange().getRequest());
        if (rule == null) {
            return Mono.just(new AuthorizationDecision(false));
        }
        return rule.requirement() == Requirement.NOTHING
                ? Mono.just(new AuthorizationDecision(true))
                : caller.map(person -> fulfils(rule, person))
                        .defaultIfEmpty(false)
                        .map(AuthorizationDecision::new);
    }

    /** Whether somebody who is signed in may ask this. */
    boolean admits(Authentication person, ServerHttpRequest request) {
        AccessRule rule = ruleFor(request);
        return rule != null && fulfils(rule, person);
    }

    private static boolean fulfils(AccessRule rule, Authentication person) {
        return switch (rule.requirement()) {
            case NOTHING -> true;
            case SIGNED_IN -> person.isAuthenticated();
            case ROLE -> person.isAuthenticated() && hasOneOf(rule.roles(), person);
        };
    }

    private static boolean hasOneOf(Set<Role> roles, Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(held -> roles.stream().anyMatch(role -> role.name().equals(held)));
    }

    private @Nullable AccessRule ruleFor(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        Map<List<String>, List<AccessRule>> sameMethod = rules.getOrDefault(request.getMethod(), Map.of());
        List<String> words = words(path);
        for (int known = words.size(); known >= 0; known--) {
            for (AccessRule rule : sameMethod.getOrDefault(words.subList(0, known), List.of())) {
                if (rule.path().matches(path)) {
                    return rule;
                }
            }
        }
        return null;
    }
}
