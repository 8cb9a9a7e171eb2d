package org.lecturehalls.standalone;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeSet;

/** Keys and passwords among the parts, made at the first start and kept in one file. */
final class Secrets {

    private static final int BYTES = 24;
    private static final int PHONE_KEY_BYTES = 32;

    private final Properties known;

    private Secrets(Properties known) {
        this.known = known;
    }

    /** Reads the file and adds what it lacks. */
    static Secrets in(Path file) throws IOException {
        Properties known = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            }
        }
        boolean complete = true;
        for (Name name : Name.values()) {
            complete &= known.putIfAbsent(name.key(), name.generate()) != null;
        }
        if (!complete) {
            PrivateFile.write(file, text(known));
        }
        return new Secrets(known);
    }

    String get(Name name) {
        return known.getProperty(name.key());
    }

    private static String text(Properties known) {
        StringBuilder text = new StringBuilder();
        for (String key : new TreeSet<>(known.stringPropertyNames())) {
            text.append(key).append('=').append(known.getProperty(key)).append('\n');
        }
        return text.toString();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    enum Name {
        STORAGE_ACCESS_KEY,
        STORAGE_SECRET_KEY,
        BROKER_PASSWORD,
        PLAYBACK_SECRET,
        KEYCLOAK_ADMIN_PASSWORD,
        KEYCLOAK_LAUNCHER_SECRET,
        /** Encrypts people's telephone numbers: 32 bytes in Base64. */
        PHONE_KEY {
            @Override
            String generate() {
                return Base64.getEncoder().encodeToString(random(PHONE_KEY_BYTES));
            }
        };

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
        }

        String generate() {
            return HexFormat.of().formatHex(random(BYTES));
        }
    }
}
