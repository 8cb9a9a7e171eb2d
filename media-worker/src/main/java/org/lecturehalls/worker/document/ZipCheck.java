package org.lecturehalls.worker.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.work.RefusedException;

/**
 * Unpacks a zip to nowhere, counting: refuses entries that climb out, bombs and damage. What sizes the zip itself states is not
 * believed.
 */
final class ZipCheck {

    private final DocumentSettings settings;
    private final long packed;
    private long unpacked;

    private ZipCheck(DocumentSettings settings, long packed) {
        this.settings = settings;
        this.packed = packed;
    }

    /** Which document the zip holds. */
    static OfficeFormat check(Path file, DocumentSettings settings) throws IOException, RefusedException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            new ZipCheck(settings, Files.size(file)).count(zip, entries);
            return PackageKind.of(zip, entries);
        } catch (ZipException e) {
            throw ZipEnd.missing(file)
                    ? new RefusedException(RefusalCode.TRUNCATED, "The zip ends before its directory.")
                    : new RefusedException(RefusalCode.DAMAGED, "The zip cannot be read.");
        } catch (java.io.EOFException e) {
            throw new RefusedException(RefusalCode.DAMAGED, "An entry of the zip ends too early.");
        }
    }

    private void count(ZipFile zip, List<? extends ZipEntry> entries) throws IOException, RefusedException {
        if (entries.size() > settings.maxEntries()) {
            throw bomb(entries.size() + " entries; at most " + settings.maxEntries() + " are accepted.");
        }
        for (ZipEntry entry : entries) {
            refuseEscape(entry.getName());
        }
        for (ZipEntry entry : entries) {
            count(zip, entry);
        }
    }

    private static void refuseEscape(String name) throws RefusedException {
        String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        boolean climbs = List.of(path.split("/", -1)).contains("..");
        boolean absolute = path.startsWith("/") || path.matches("[a-z]:.*") || path.indexOf('\0') >= 0;
        if (climbs || absolute) {
            throw new RefusedException(RefusalCode.ZIP_ENTRY_ESCAPES, "An entry of the zip points outside of it.");
        }
    }

    private void count(ZipFile zip, ZipEntry entry) throws IOException, RefusedException {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = zip.getInputStream(entry)) {
            int n = in.read(buffer);
            while (n >= 0) {
                unpacked += n;
                refuseBomb();
                n = in.read(buffer);
            }
        }
    }

    private void refuseBomb() throws RefusedException {
        if (unpacked > settings.maxUnpacked().toBytes()) {
            throw bomb("unpacks to more than " + settings.maxUnpacked().toMegabytes() + " MB.");
        }
        if (unpacked > settings.ratioFrom().toBytes() && unpacked / Math.max(1, packed) > settings.maxRatio()) {
            throw bomb("unpacks to more than " + settings.maxRatio() + " times its size.");
        }
    }

    private static RefusedException bomb(String how) {
        return new RefusedException(RefusalCode.ZIP_BOMB, "The zip: " + how);
    }
}
