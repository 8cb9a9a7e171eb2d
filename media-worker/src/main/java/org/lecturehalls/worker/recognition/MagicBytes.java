package org.lecturehalls.worker.recognition;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows formats by their first bytes. */
final class MagicBytes {

    /** How many bytes at the start are looked at. */
    static final int LOOKED_AT = 64 * 1024;

    /** Boxes a QuickTime or MP4 file may begin with. Old QuickTime files have no {@code ftyp}. */
    private static final Set<String> FIRST_BOXES =
            Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "styp", "moof", "sidx");

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    private static final int TS_PACKET = 188;
    private static final int M2TS_PACKET = 192;

    private final byte[] bytes;

    MagicBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    Optional<FileFormat> format() {
        FileFormat found = document();
        found = found != null ? found : picture();
        found = found != null ? found : container();
        found = found != null ? found : audio();
        return Optional.ofNullable(found);
    }

    private @Nullable FileFormat document() {
        if (indexOf("%PDF-", 1024) >= 0) {
            return FileFormat.PDF;
        }
        if (startsWith(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            return FileFormat.OLE2;
        }
        return startsWith('P', 'K', 3, 4) || startsWith('P', 'K', 5, 6) ? FileFormat.ZIP : null;
    }

    private @Nullable FileFormat picture() {
        if (startsWith(0xFF, 0xD8, 0xFF)) {
            return FileFormat.JPEG;
        }
        if (startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return FileFormat.PNG;
        }
        boolean heic = ascii(4, 4).equals("ftyp") && HEIC_BRANDS.contains(ascii(8, 4));
        return heic ? FileFormat.HEIC : null;
    }

    private @Nullable FileFormat container() {
        if (bytes.length >= 8 && FIRST_BOXES.contains(ascii(4, 4))) {
            return FileFormat.MP4;
        }
        if (startsWith(0x1A, 0x45, 0xDF, 0xA3)) {
            return FileFormat.MATROSKA;
        }
        if (ascii(0, 4).equals("RIFF")) {
            return riff();
        }
        if (ascii(0, 4).equals("RF64")) {
            return FileFormat.WAV;
        }
        if (startsWith('F', 'L', 'V', 1)) {
            return FileFormat.FLV;
        }
        if (startsWith(0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11)) {
            return FileFormat.ASF;
        }
        if (startsWith(0, 0, 1, 0xBA)) {
            return FileFormat.MPEG_PS;
        }
        return transportStream(0, TS_PACKET) || transportStream(4, M2TS_PACKET) ? FileFormat.MPEG_TS : null;
    }

    private @Nullable FileFormat riff() {
        return switch (ascii(8, 4)) {
            case "AVI " -> FileFormat.AVI;
            case "WAVE" -> FileFormat.WAV;
            case "WEBP" -> FileFormat.WEBP;
            default -> null;
        };
    }

    private @Nullable FileFormat audio() {
        if (ascii(0, 4).equals("OggS")) {
            return FileFormat.OGG;
        }
        if (ascii(0, 6).equals("#!AMR\n") || ascii(0, 9).equals("#!AMR-WB\n")) {
            return FileFormat.AMR;
        }
        int start = ascii(0, 3).equals("ID3") ? afterId3() : 0;
        if (ascii(start, 4).equals("fLaC")) {
            return FileFormat.FLAC;
        }
        if (start > 0) {
            return adts(start) ? FileFormat.AAC : FileFormat.MP3;
        }
        if (adts(0)) {
            return FileFormat.AAC;
        }
        return MpegAudio.startsAt(bytes, 0) ? FileFormat.MP3 : null;
    }

    /** Offset after the ID3v2 tag; its size is written in four bytes of seven bits. */
    private int afterId3() {
        if (bytes.length < 10) {
            return bytes.length;
        }
        long size = 10;
        for (int i = 6; i < 10; i++) {
            size += (long) (bytes[i] & 0x7F) << (7 * (9 - i));
        }
        return (int) Math.min(size, bytes.length);
    }

    private boolean adts(int at) {
        return at + 7 < bytes.length && (bytes[at] & 0xFF) == 0xFF && (bytes[at + 1] & 0xF6) == 0xF0;
    }

    private boolean transportStream(int first, int packet) {
        for (int i = 0; i < 3; i++) {
            int at = first + i * packet;
            if (at >= bytes.length || bytes[at] != 0x47) {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private String ascii(int offset, int length) {
        if (offset + length > bytes.length) {
            return "";
        }
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    /** PDF readers accept the mark anywhere in the first 1,024 bytes. */
    private int indexOf(String mark, int within) {
        int length = Math.min(bytes.length, within);
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).indexOf(mark);
    }
}
