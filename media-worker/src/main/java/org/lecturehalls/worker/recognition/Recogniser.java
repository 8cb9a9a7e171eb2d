package org.lecturehalls.worker.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.Tika;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.recognition.FileFormat.Family;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.Source;

/** Decides by its bytes what a file is, and refuses what is not accepted or not what it claims to be. */
public final class Recogniser {

    /** Only names formats that are not accepted, for the operator; it decides nothing. */
    private final Tika tika = new Tika();

    /**
     * The format of an accepted file.
     *
     * @throws RefusedException when it is empty, unknown, a script, or not what its kind, name or type claims
     */
    public FileFormat recognise(Path file, Source source) throws IOException, RefusedException {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new RefusedException(RefusalCode.EMPTY_FILE, "The file has no bytes.");
        }
        FileFormat format = new MagicBytes(start).format().orElse(null);
        if (format == null) {
            throw unknown(start);
        }
        refuseMismatch(format, source);
        return format;
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MagicBytes.LOOKED_AT);
        }
    }

    private RefusedException unknown(byte[] start) {
        if (TextSniffer.isText(start) && TextSniffer.namesSources(start)) {
            return new RefusedException(
                    RefusalCode.SCRIPT_NOT_MEDIA, "The file is a text that names other files or addresses.");
        }
        return new RefusedException(
                RefusalCode.UNKNOWN_KIND,
                "The bytes are those of none of the accepted formats, but of " + tika.detect(start) + ".");
    }

    private static void refuseMismatch(FileFormat format, Source source) throws RefusedException {
        Family actual = format.family();
        if (!wanted(source.kind(), actual) || contradicts(Claim.ofName(source.fileName()), actual)) {
            throw mismatch(format, "name or purpose");
        }
        if (contradicts(Claim.ofType(source.contentType()), actual)) {
            throw mismatch(format, "type");
        }
    }

    private static boolean wanted(MediaKind kind, Family actual) {
        return switch (kind) {
            case VIDEO -> actual == Family.MEDIA;
            case DOCUMENT -> actual == Family.OFFICE || actual == Family.PDF;
            case PHOTO -> actual == Family.PICTURE;
        };
    }

    private static boolean contradicts(Optional<Family> claimed, Family actual) {
        return claimed.isPresent() && claimed.get() != actual;
    }

    private static RefusedException mismatch(FileFormat format, String claim) {
        return new RefusedException(
                RefusalCode.KIND_MISMATCH,
                "The bytes are those of " + format + ", which the " + claim + " does not claim.");
    }
}
