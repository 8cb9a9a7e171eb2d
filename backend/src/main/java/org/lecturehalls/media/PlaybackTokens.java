package org.lecturehalls.media;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lecturehalls.platform.GoneException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Short-lived permission to play one asset that is not published, for players that cannot send a bearer token. It names
 * the asset and its end and nobody, and is signed (HMAC-SHA-256, cut to 128 bits).
 */
@Component
class PlaybackTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    private final PlaybackSecret secret;
    private final Clock clock;

    PlaybackTokens(PlaybackSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    Mono<String> issue(String assetId, Instant expiresAt) {
        return secret.get().map(key -> expiresAt.getEpochSecond() + "." + sign(key, assetId, expiresAt));
    }

    /** How long a token is good for; an error when it is none for this asset, or its time is over. */
    Mono<Duration> check(String assetId, String token) {
        return secret.get().map(key -> check(key, assetId, token));
    }

    private Duration check(byte[] key, String assetId, String token) {
        int dot = token.indexOf('.');
        Instant expiresAt = time(token.substring(0, Math.max(0, dot)));
        byte[] wanted = sign(key, assetId, expiresAt).getBytes(StandardCharsets.US_ASCII);
        byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(wanted, given)) {
            throw new NotFoundException();
        }
        Duration left = Duration.between(clock.instant(), expiresAt);
        if (left.isNegative()) {
            throw new GoneException("link-expired");
        }
        return left;
    }

    private static Instant time(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeException e) {
            throw new NotFoundException();
        }
    }

    private static String sign(byte[] key, String assetId, Instant expiresAt) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signature =
                    mac.doFinal((assetId + "|" + expiresAt.getEpochSecond()).getBytes(StandardCharsets.UTF_8));
            byte[] cut = Arrays.copyOf(signature, SIGNATURE_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(cut);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each Java has " + ALGORITHM, e);
        }
    }
}
