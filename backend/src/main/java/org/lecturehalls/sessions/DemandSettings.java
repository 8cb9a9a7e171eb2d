package org.lecturehalls.sessions;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param lapseAfter how long a request that names no time stays open */
@ConfigurationProperties("lecturehalls.requests")
@Validated
record DemandSettings(@NotNull @DefaultValue("180d") Duration lapseAfter) {}
