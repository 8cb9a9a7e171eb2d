package org.lecturehalls.sessions;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The city's rules for sessions.
 *
 * @param onlyCertified whether a lecturer needs a certificate that is in force
 * @param latestEntry how long after its start a session may still be entered
 * @param checkInOpens how long before the start check-in opens
 * @param checkInCloses how long after the end check-in closes
 * @param recordDue how many days after the end the record has to be there
 */
@ConfigurationProperties("lecturehalls.sessions")
@Validated
record SessionSettings(
        @DefaultValue("false") boolean onlyCertified,
        @NotNull @DefaultValue("30d") Duration latestEntry,
        @NotNull @DefaultValue("30m") Duration checkInOpens,
        @NotNull @DefaultValue("30m") Duration checkInCloses,
        @Positive @DefaultValue("7") int recordDue) {}
