package org.lecturehalls.samplecity;

import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param load whether the sample city is put into the database at the start
 * @param oneOf every how-many-th hall, lecturer and session there is; 1 for the whole city
 * @param today the day up to which sessions have been held; without it the day of the start
 */
@ConfigurationProperties("lecturehalls.sample-city")
@Validated
record SampleCitySettings(
        @DefaultValue("false") boolean load,
        @Min(1) @DefaultValue("1") int oneOf,
        @Nullable LocalDate today) {}
