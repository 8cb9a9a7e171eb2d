package org.lecturehalls.persons;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param erasedAfter how long somebody who asks to be forgotten can think better of it */
@ConfigurationProperties("lecturehalls.persons")
@Validated
record PersonsSettings(@NotNull @DefaultValue("14d") Duration erasedAfter) {}
