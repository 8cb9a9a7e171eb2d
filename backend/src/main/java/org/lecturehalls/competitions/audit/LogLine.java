package org.lecturehalls.competitions.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a log, as a line of JSON whose last member is the SHA-256 (FIPS 180-4) of all bytes before it, the hash
 * of the line before included. So no byte of a line can change without its hash, nor a hash without every later line.
 *
 * @param seq 1 for the first
 * @param hash in hexadecimal digits
 * @param text the whole line, without its line break
 */
public record LogLine(long seq, String at, String actor, String kind, Map<?, ?> data, String hash, String text) {

    /** Stands for the line before the first. */
    public static final String NO_LINE = "0".repeat(64);

    private static final String HASH = ",\"hash\":\"";
    private static final int TAIL = HASH.length() + 64 + 2;

    /** The line that follows the one of hash {@code previous}. */
    public static LogLine after(String previous, long seq, String at, String actor, String kind, Map<?, ?> data) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("seq", seq);
        members.put("at", at);
        members.put("actor", actor);
        members.put("kind", kind);
        members.put("data", data);
        members.put("previous", previous);
        String open = Json.write(members);
        String head = open.substring(0, open.length() - 1);
        String hash = hash(head);
        return new LogLine(seq, at, actor, kind, data, hash, head + HASH + hash + "\"}");
    }

    /** @throws IllegalArgumentException saying what is wrong with the line, by itself or after the one before */
    static LogLine checked(String text, String previous, long seq) {
        if (text.length() <= TAIL || !text.startsWith(HASH, text.length() - TAIL) || !text.endsWith("\"}")) {
            throw new IllegalArgumentException("it does not end with a hash");
        }
        String head = text.substring(0, text.length() - TAIL);
        String hash = text.substring(text.length() - 66, text.length() - 2);
        if (!hash.equals(hash(head))) {
            throw new IllegalArgumentException("its content is not what its hash was made of");
        }
        LogData line = LogData.of(Json.read(head + "}"));
        if (!line.text("previous").equals(previous)) {
            throw new IllegalArgumentException("it does not follow the line before it");
        }
        if (line.number("seq") != seq) {
            throw new IllegalArgumentException("its number should be " + seq);
        }
        LogData data = line.object("data");
        return new LogLine(seq, line.text("at"), line.text("actor"), line.text("kind"), data.map(), hash, text);
    }

    /** The hash at the end of a line that was made here. */
    public static String hashOf(String text) {
        return text.substring(text.length() - 66, text.length() - 2);
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal digits. */
    public static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java has SHA-256", e);
        }
    }
}
