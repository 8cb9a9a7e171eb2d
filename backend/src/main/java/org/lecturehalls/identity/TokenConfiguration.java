package org.lecturehalls.identity;

import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.lecturehalls.platform.TrustedOrigin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** How tokens are checked. The realm's keys are fetched when first needed, so that the backend may start before it. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final int CONNECT_MILLIS = 3_000;
    private static final Duration ANSWER = Duration.ofSeconds(5);

    @Bean
    ReactiveJwtDecoder tokenDecoder(IdentitySettings settings) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        settings.keys().toString())
                .webClient(client())
                .build();
        decoder.setJwtValidator(validator(settings));
        return decoder;
    }

    @Bean
    RecentTokens recentTokens(ReactiveJwtDecoder decoder, RegionClaims regions, Clock clock) {
        JwtReactiveAuthenticationManager checks = new JwtReactiveAuthenticationManager(decoder);
        checks.setJwtAuthenticationConverter(new TokenReader(regions));
        return new RecentTokens(checks, clock);
    }

    private static OAuth2TokenValidator<Jwt> validator(IdentitySettings settings) {
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
                "aud", values -> values != null && values.contains(settings.audience()));
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuerUri().toString()), audience);
    }

    private static WebClient client() {
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(ANSWER);
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    @Bean
    TrustedOrigin issuerOrigin(IdentitySettings settings) {
        return TrustedOrigin.of(settings.issuerUri());
    }

    @Bean
    AccessRules identityRules() {
        return () -> List.of(
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/configuration"),
                AccessRule.anyone(HttpMethod.GET, "/actuator/health/**"));
    }
}
