package org.lecturehalls.identity;

import java.util.List;
import org.lecturehalls.platform.TrustedOrigin;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** The gate: bearer tokens of the realm, each capability's rules, and no for everything else. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration implements WebFluxConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new CurrentUserArgument());
    }

    @Bean
    static Gate gate(List<AccessRules> rules) {
        return new Gate(rules);
    }

    /** Nobody reads these measurements, and every request would pay for a dozen of them. */
    @Bean
    static SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Requests carry their token in a header, which no foreign page can set, so there is nothing for CSRF to attack; no
     * session is made.
     */
    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http, Gate gate, RecentTokens tokens, List<TrustedOrigin> trusted, Refusals refusals) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(headers -> secure(headers, ContentPolicy.of(trusted)))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.authenticationManager(tokens)))
                .authorizeExchange(exchanges -> allow(exchanges, gate))
                .build();
    }

    private static void secure(HeaderSpec headers, String policy) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .frameOptions(frame -> frame.mode(XFrameOptionsServerHttpHeadersWriter.Mode.SAMEORIGIN))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicy(p -> p.policy("camera=(self), geolocation=(self), microphone=(), payment=()"));
    }

    private static void allow(AuthorizeExchangeSpec exchanges, Gate gate) {
        exchanges.pathMatchers("/api/**", "/actuator/**").access(gate);
        exchanges.pathMatchers(HttpMethod.GET, "/**").permitAll();
        exchanges.pathMatchers(HttpMethod.HEAD, "/**").permitAll();
        exchanges.anyExchange().denyAll();
    }
}
