package org.lecturehalls.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Nobody has to remember the access rule of a new endpoint: it is denied, and this test says so. */
@PlatformTest
class EveryEndpointHasRuleTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    List<AccessRules> rules;

    @Test
    void everyEndpointHasRule() {
        List<String> without = endpoints()
                .filter(endpoint -> allRules().noneMatch(rule -> covers(rule, endpoint)))
                .map(Endpoint::toString)
                .toList();
        assertThat(without).as("endpoints that no access rule covers").isEmpty();
    }

    @Test
    void everyRuleHasEndpoint() {
        List<Endpoint> endpoints = endpoints().toList();
        List<String> idle = allRules()
                .filter(rule -> !rule.path().getPatternString().startsWith("/actuator"))
                .filter(rule -> endpoints.stream().noneMatch(endpoint -> covers(rule, endpoint)))
                .map(rule -> rule.method() + " " + rule.path())
                .toList();
        assertThat(idle).as("access rules of no endpoint").isEmpty();
    }

    private Stream<AccessRule> allRules() {
        return rules.stream().flatMap(capability -> capability.rules().stream());
    }

    private Stream<Endpoint> endpoints() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("org.lecturehalls."))
                .flatMap(e -> endpoints(e.getKey()));
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo info) {
        Set<PathPattern> paths = info.getPatternsCondition().getPatterns();
        var methods = info.getMethodsCondition().getMethods();
        assertThat(methods).as("methods of %s", paths).isNotEmpty();
        return paths.stream()
                .flatMap(path -> methods.stream().map(m -> new Endpoint(m.asHttpMethod(), path.getPatternString())));
    }

    private static boolean covers(AccessRule rule, Endpoint endpoint) {
        String path = endpoint.path().replaceAll("\\{[^}]*}", "x");
        return rule.method().equals(endpoint.method()) && rule.path().matches(PathContainer.parsePath(path));
    }

    private record Endpoint(HttpMethod method, String path) {}
}
