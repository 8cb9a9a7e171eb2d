package org.lecturehalls.sessions.attendance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes that a hall shows while people arrive. They change every {@link #WINDOW} by the server's clock and stay good for
 * {@link #GRACE} after their window, for those on a slow line: whoever gets a picture of one forwarded has
 * {@code WINDOW + GRACE}, which is under 30 s, from the moment it first appeared.
 *
 * <p>Nothing is stored for a code: it is an HMAC over session, window and a nonce, with a secret of the session.
 */
public final class CheckInCodes {

    static final Duration WINDOW = Duration.ofSeconds(15);
    static final Duration GRACE = Duration.ofSeconds(10);

    private static final int NONCE_CHARACTERS = 8;
    private static final int MAC_BYTES = 16;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String sessionId;
    private final SecretKeySpec key;

    public CheckInCodes(String sessionId, byte[] secret) {
        this.sessionId = sessionId;
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * What the hall's screen shows now.
     *
     * @param token goes into the QR code
     * @param digits is typed by those whose camera does not work
     * @param changesAt when the screen has to fetch the next one
     */
    public record Shown(String token, String digits, Instant changesAt) {}

    /** @param nonce {@value #NONCE_CHARACTERS} characters of base64url, new for each screen and window */
    public Shown show(Instant now, String nonce) {
        if (nonce.length() != NONCE_CHARACTERS) {
            throw new IllegalArgumentException("a nonce has " + NONCE_CHARACTERS + " characters");
        }
        var window = windowAt(now);
        var token = Long.toString(window, 36) + "." + nonce + "." + mac(window, nonce);
        return new Shown(token, digits(window), startOf(window + 1));
    }

    /** Whether a code, scanned or typed, is good at this moment of the server's clock. */
    public boolean accepts(String code, Instant now) {
        var typed = code.strip();
        return DIGITS.matcher(typed).matches() ? acceptsDigits(typed, now) : acceptsToken(typed, now);
    }

    private boolean acceptsDigits(String digits, Instant now) {
        var window = windowAt(now);
        var current = same(digits(window), digits);
        var former = same(digits(window - 1), digits) && isOpen(window - 1, now);
        return current || former;
    }

    private boolean acceptsToken(String token, Instant now) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3 || parts[1].length() != NONCE_CHARACTERS) {
            return false;
        }
        return window(parts[0])
                .filter(window -> isOpen(window, now))
                .filter(window -> same(mac(window, parts[1]), parts[2]))
                .isPresent();
    }

    private static Optional<Long> window(String text) {
        try {
            return Optional.of(Long.parseLong(text, 36));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean isOpen(long window, Instant now) {
        var current = windowAt(now);
        return window == current
                || window == current - 1 && now.isBefore(startOf(window + 1).plus(GRACE));
    }

    private static long windowAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), WINDOW.toSeconds());
    }

    private static Instant startOf(long window) {
        return Instant.ofEpochSecond(window * WINDOW.toSeconds());
    }

    private String mac(long window, String nonce) {
        var whole = hmac("qr|" + sessionId + "|" + window + "|" + nonce);
        return BASE64.encodeToString(Arrays.copyOf(whole, MAC_BYTES));
    }

    /** As in RFC 4226, 5.3: four bytes of the HMAC, without the sign, down to six digits. */
    private String digits(long window) {
        var whole = hmac("digits|" + sessionId + "|" + window);
        var offset = whole[whole.length - 1] & 0x0f;
        var number = ByteBuffer.wrap(whole).getInt(offset) & 0x7fffffff;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", missing);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
