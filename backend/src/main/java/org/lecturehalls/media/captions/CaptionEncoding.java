package org.lecturehalls.media.captions;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.InvalidInputException;

/**
 * Recognises the encoding of a subtitle file: by its byte order mark; else UTF-16 by how line ends look in it; else UTF-8,
 * which other text is never by chance; else GB18030 or Big5, whichever makes the text consist of common characters. A
 * hundred and fifty characters make up about half of all written Chinese, and a wrong decoding hits them by luck only.
 */
final class CaptionEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");

    /** Of all Chinese characters, so many must be common ones. */
    private static final double LEAST_COMMON = 0.12;

    private static final Set<Integer> COMMON = ("的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过"
                    + "天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经"
                    + "长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感做什吃吗呢吧啊字幕"
                    + "這個們來時為說國著裡後會過對學麼發當沒還樣種開總從無現經長兒愛給間兩親進話與見動頭農村嗎")
            .codePoints()
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    private CaptionEncoding() {}

    /** A file's text, and the encoding it was in. */
    record Decoded(String text, String encoding) {

        private static Decoded of(String text, Charset charset) {
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, charset.name());
        }
    }

    /** @throws InvalidInputException when it is no text, or in an encoding that is not known here */
    static Decoded decode(byte[] bytes) {
        Charset marked = marked(bytes);
        Charset charset = marked == null ? StandardCharsets.UTF_8 : marked;
        String text = strictly(bytes, charset);
        Decoded decoded = text == null ? null : Decoded.of(text, charset);
        if (text == null && marked == null) {
            decoded = chinese(bytes);
        }
        if (decoded == null || decoded.text().indexOf('\0') >= 0) {
            throw new InvalidInputException("caption-encoding-unknown");
        }
        return decoded;
    }

    private static @Nullable Charset marked(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        if (first == 0xFEFF) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xFFFE ? StandardCharsets.UTF_16LE : unmarked(bytes);
    }

    /** Subtitles are full of digits and line ends, of which UTF-16 makes every other byte zero. */
    private static @Nullable Charset unmarked(byte[] bytes) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int many = bytes.length / 10;
        if (even > many && odd <= even / 10) {
            return StandardCharsets.UTF_16BE;
        }
        return odd > many && even <= odd / 10 ? StandardCharsets.UTF_16LE : null;
    }

    private static @Nullable Decoded chinese(byte[] bytes) {
        Decoded best = null;
        double most = LEAST_COMMON;
        for (Charset charset : List.of(GB18030, BIG5)) {
            String text = strictly(bytes, charset);
            double common = text == null ? 0 : common(text);
            if (text != null && common > most) {
                most = common;
                best = Decoded.of(text, charset);
            }
        }
        return best;
    }

    /** The share of common ones among all characters beyond ASCII that are letters. */
    private static double common(String text) {
        long letters =
                text.codePoints().filter(c -> c > 0x7F && Character.isLetter(c)).count();
        long known = text.codePoints().filter(COMMON::contains).count();
        return letters == 0 ? 0 : (double) known / letters;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
