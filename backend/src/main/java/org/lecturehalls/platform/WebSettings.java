package org.lecturehalls.platform;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The platform as browsers see it.
 *
 * @param publicUrl address of the app, without a path
 * @param maxBody largest body of any request; JSON is bounded more tightly by the codecs
 */
@ConfigurationProperties("lecturehalls.web")
@Validated
public record WebSettings(
        @NotNull @DefaultValue("http://localhost:8080") URI publicUrl,
        @NotNull @DefaultValue("10MB") DataSize maxBody) {}
