package org.lecturehalls.identity;

import java.net.URI;
import org.lecturehalls.platform.Limits;
import org.lecturehalls.platform.WebSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the browser apps must know before anybody has signed in. */
@RestController
class ConfigurationController {

    private final AppConfiguration configuration;

    ConfigurationController(IdentitySettings identity, WebSettings web, Limits limits) {
        this.configuration = new AppConfiguration(
                identity.issuerUri(),
                identity.clientId(),
                web.publicUrl(),
                new UploadLimits(
                        limits.video().toBytes(),
                        limits.document().toBytes(),
                        limits.photo().toBytes()));
    }

    @GetMapping("/api/v1/configuration")
    AppConfiguration configuration() {
        return configuration;
    }

    record AppConfiguration(URI issuer, String clientId, URI publicUrl, UploadLimits limits) {}

    record UploadLimits(long videoBytes, long documentBytes, long photoBytes) {}
}
