package org.lecturehalls.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where people sign in.
 *
 * @param issuerUri the Keycloak realm as browsers see it and as it stands in the tokens
 * @param jwkSetUri where this backend fetches the realm's keys, when that is another address
 * @param clientId the client of the browser apps
 * @param audience what the tokens must be made for
 */
@ConfigurationProperties("lecturehalls.identity")
@Validated
record IdentitySettings(
        @NotNull @DefaultValue("http://localhost:8180/realms/lecture-halls")
        URI issuerUri,

        @Nullable URI jwkSetUri,
        @NotBlank @DefaultValue("lecture-halls-web") String clientId,
        @NotBlank @DefaultValue("lecture-halls-api") String audience) {

    URI keys() {
        return jwkSetUri != null ? jwkSetUri : URI.create(issuerUri + "/protocol/openid-connect/certs");
    }
}
