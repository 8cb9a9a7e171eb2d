package org.lecturehalls.sessions.booking;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How sessions are kept apart.
 *
 * @param zone the city's zone: months of timetables, and times in messages
 * @param kilometresPerHour speed along the straight line between two places
 * @param travelBuffer added to each journey
 * @param longestJourney no journey counts as longer
 * @param holdLasts how long a booking may be in the making; a request that died is cleaned up after it
 */
@ConfigurationProperties("lecturehalls.booking")
@Validated
public record BookingSettings(
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone,
        @Positive @DefaultValue("40") double kilometresPerHour,
        @NotNull @DefaultValue("15m") Duration travelBuffer,
        @NotNull @DefaultValue("6h") Duration longestJourney,
        @NotNull @DefaultValue("30s") Duration holdLasts) {

    TravelRules travel() {
        return new TravelRules(kilometresPerHour, travelBuffer, longestJourney);
    }
}
