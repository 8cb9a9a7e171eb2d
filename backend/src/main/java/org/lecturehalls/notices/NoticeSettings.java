package org.lecturehalls.notices;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param zone in which times are written in texts
 * @param mostRecipients of one notice
 * @param remindBefore how long before it is due people are reminded of a notice
 * @param remindOfSession how long before its start people are reminded of a session
 * @param automaticKept how long what the platform itself told is kept
 */
@ConfigurationProperties("lecturehalls.notices")
@Validated
record NoticeSettings(
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone,
        @Positive @DefaultValue("20000") int mostRecipients,
        @NotNull @DefaultValue("1d") Duration remindBefore,
        @NotNull @DefaultValue("1d") Duration remindOfSession,
        @NotNull @DefaultValue("90d") Duration automaticKept) {}
