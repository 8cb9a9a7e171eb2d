package org.lecturehalls.platform;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Identifiers of documents: 26 letters and digits, sorted by the time they were made, not guessable. */
public final class Ids {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int TIME_CHARS = 10;
    private static final int RANDOM_CHARS = 16;
    private static final SecureRandom RANDOM = seeded();

    private Ids() {}

    /** A new id: milliseconds since 1970 (48 bit), then 80 random bits, in Crockford's base 32. */
    public static String next() {
        char[] id = new char[TIME_CHARS + RANDOM_CHARS];
        long time = System.currentTimeMillis();
        for (int i = TIME_CHARS - 1; i >= 0; i--, time >>>= 5) {
            id[i] = ALPHABET[(int) (time & 31)];
        }
        byte[] random = new byte[RANDOM_CHARS];
        RANDOM.nextBytes(random);
        for (int i = 0; i < RANDOM_CHARS; i++) {
            id[TIME_CHARS + i] = ALPHABET[random[i] & 31];
        }
        return new String(id);
    }

    /** When an id was made, by the clock of the machine; empty for what is no id of ours. */
    public static Optional<Instant> time(String id) {
        if (id.length() != TIME_CHARS + RANDOM_CHARS) {
            return Optional.empty();
        }
        long time = 0;
        for (int i = 0; i < TIME_CHARS; i++) {
            int digit = Arrays.binarySearch(ALPHABET, id.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            time = time << 5 | digit;
        }
        return Optional.of(Instant.ofEpochMilli(time));
    }

    /** The generator that reads the system's source once and never again, so that it cannot hold up an event loop. */
    private static SecureRandom seeded() {
        try {
            SecureRandom random = SecureRandom.getInstance("DRBG");
            random.nextBytes(new byte[1]);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java has a DRBG", e);
        }
    }
}
