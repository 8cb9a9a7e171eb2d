package org.lecturehalls.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole backend on a free port with real parts behind it: MongoDB, S3, broker and the realm's keys, all embedded.
 * Tests talk to it with {@code WebTestClient} as whoever they like ({@link TestTokens}) and move its time
 * ({@link TestClock}). The backend and its data are shared by all test classes, so each test makes its own documents
 * (new user ids, own region) and never counts everybody's.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "60s")
@ContextConfiguration(initializers = EmbeddedParts.class)
@Import(TestPlatform.class)
@ExtendWith(ResetTestClock.class)
public @interface PlatformTest {}
