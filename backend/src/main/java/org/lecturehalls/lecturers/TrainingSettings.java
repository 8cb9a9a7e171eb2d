package org.lecturehalls.lecturers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The city's rules for training.
 *
 * @param validity how long a certificate is good for, unless its cohort says otherwise
 * @param warning how long before its end its holder and the officers are told
 * @param numberPrefix what certificate numbers begin with
 * @param issuer who signs certificates
 * @param zone in which days begin
 */
@ConfigurationProperties("lecturehalls.training")
@Validated
record TrainingSettings(
        @NotNull @DefaultValue("3y") Period validity,
        @NotNull @DefaultValue("30d") Period warning,

        @NotNull @Pattern(regexp = "[A-Z0-9]{1,8}") @DefaultValue("JXY")
        String numberPrefix,

        @NotBlank @DefaultValue("新时代讲习所") String issuer,
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone) {

    LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The last day on which something is told that will end within the warning time. */
    LocalDate warningEnds(Clock clock) {
        return today(clock).plus(warning);
    }
}
