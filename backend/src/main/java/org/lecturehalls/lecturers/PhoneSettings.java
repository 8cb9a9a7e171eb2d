package org.lecturehalls.lecturers;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How phone numbers are kept.
 *
 * @param phoneKey 32 random bytes in Base64, with which they are encrypted; without it none are kept
 */
@ConfigurationProperties("lecturehalls.lecturers")
record PhoneSettings(@Nullable String phoneKey) {}
