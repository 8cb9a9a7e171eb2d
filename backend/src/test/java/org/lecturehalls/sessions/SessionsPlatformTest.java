package org.lecturehalls.sessions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lecturehalls.support.PlatformTest;
import org.springframework.context.annotation.Import;

/** The whole backend, with halls and lecturers that a test makes by a word. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest
@Import({TestPlaces.class, SessionsClient.class})
public @interface SessionsPlatformTest {}
