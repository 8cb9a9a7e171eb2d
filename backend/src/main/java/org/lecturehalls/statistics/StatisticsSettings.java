package org.lecturehalls.statistics;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param zone whose months are counted
 * @param fresh how long an answer may be given again; changes made here show at once, those of other backends by then
 * @param recount how often sessions that have changed are counted anew: a full hall changes every second
 */
@ConfigurationProperties("lecturehalls.statistics")
@Validated
record StatisticsSettings(
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone,
        @NotNull @DefaultValue("5s") Duration fresh,
        @NotNull @DefaultValue("5s") Duration recount) {}
