package org.lecturehalls.exchange.files;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Chinese Excel saves "CSV" as GBK and newer ones as UTF-8; a text in GBK is practically never valid UTF-8. */
final class TextCharset {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextCharset() {}

    /** @throws UnreadableTableException {@code unknown-encoding} when the file is neither */
    static Charset of(Path file) throws IOException {
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(file, GB18030)) {
            return GB18030;
        }
        throw new UnreadableTableException("unknown-encoding");
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] buffer = new char[8192];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            int length = reader.read(buffer);
            while (length >= 0) {
                for (int i = 0; i < length; i++) {
                    if (buffer[i] == '\0') {
                        return false;
                    }
                }
                length = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException wrongCharset) {
            return false;
        }
    }
}
