package org.lecturehalls.worker.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.work.RefusedException;

/** Tells which document an OLE2 file holds, and refuses encryption and macros. */
final class OleCheck {

    private static final int WORD_FLAGS = 0x0A;
    private static final int WORD_ENCRYPTED = 0x0100;
    private static final int POWERPOINT_ENCRYPTED = 0xF3D1C4DF;

    /** Record header of PowerPoint's VBAInfoAtom ([MS-PPT] 2.4.10): version 2, type 0x0400, 12 bytes. */
    private static final byte[] VBA_INFO = {0x02, 0x00, 0x00, 0x04, 0x0C, 0x00, 0x00, 0x00};

    private OleCheck() {}

    static OfficeFormat check(Path file) throws IOException, RefusedException {
        try (OleFile ole = new OleFile(file)) {
            return check(ole, file);
        } catch (IOException | RuntimeException e) {
            throw new RefusedException(RefusalCode.DAMAGED, "The OLE2 directory cannot be read.");
        }
    }

    private static OfficeFormat check(OleFile ole, Path file) throws IOException, RefusedException {
        if (ole.has("EncryptedPackage") || ole.has("EncryptionInfo") || ole.has("EncryptedSummary")) {
            throw encrypted();
        }
        if (ole.has("_VBA_PROJECT") || ole.has("VBA") || ole.has("Macros") || ole.has("_VBA_PROJECT_CUR")) {
            throw macros();
        }
        Optional<OleFile.Entry> word = ole.entry("WordDocument");
        if (word.isPresent()) {
            refuseEncryptedWord(ole, word.get());
            return OfficeFormat.DOC;
        }
        if (ole.has("PowerPoint Document")) {
            refuseProtectedSlides(ole, file);
            return OfficeFormat.PPT;
        }
        throw new RefusedException(RefusalCode.UNKNOWN_KIND, "The OLE2 file holds neither text nor slides.");
    }

    private static void refuseEncryptedWord(OleFile ole, OleFile.Entry word) throws IOException, RefusedException {
        int flags = ole.start(word).getShort(WORD_FLAGS);
        if ((flags & WORD_ENCRYPTED) != 0) {
            throw encrypted();
        }
    }

    private static void refuseProtectedSlides(OleFile ole, Path file) throws IOException, RefusedException {
        Optional<OleFile.Entry> user = ole.entry("Current User");
        if (user.isPresent() && ole.start(user.get()).getInt(12) == POWERPOINT_ENCRYPTED) {
            throw encrypted();
        }
        if (hasMacros(file)) {
            throw macros();
        }
    }

    /** Slides keep macros inside their one stream, announced by a record whose flag says whether there are any. */
    private static boolean hasMacros(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if ((byte) b == VBA_INFO[matched]) {
                    matched++;
                } else {
                    matched = (byte) b == VBA_INFO[0] ? 1 : 0;
                }
                if (matched == VBA_INFO.length) {
                    matched = 0;
                    byte[] record = in.readNBytes(8);
                    if (record.length == 8 && record[4] == 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static RefusedException encrypted() {
        return new RefusedException(RefusalCode.DOCUMENT_ENCRYPTED, "The document is encrypted.");
    }

    private static RefusedException macros() {
        return new RefusedException(RefusalCode.DOCUMENT_MACROS, "The document carries macros.");
    }
}
