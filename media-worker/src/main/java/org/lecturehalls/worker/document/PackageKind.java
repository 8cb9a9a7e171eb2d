package org.lecturehalls.worker.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.work.RefusedException;

/** Tells docx, pptx, odt and odp apart, and refuses encryption and macros in them. */
final class PackageKind {

    private static final int LARGEST_INDEX = 4 << 20;
    private static final String MIMETYPE = "mimetype";
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String MANIFEST = "META-INF/manifest.xml";

    private PackageKind() {}

    static OfficeFormat of(ZipFile zip, List<? extends ZipEntry> entries) throws IOException, RefusedException {
        refuseMacros(entries);
        String openDocument = text(zip, MIMETYPE).strip();
        return openDocument.isEmpty()
                ? openXml(text(zip, CONTENT_TYPES))
                : openDocument(openDocument, text(zip, MANIFEST));
    }

    /** Visual Basic in Open XML; Basic, Python and JavaScript in OpenDocument. */
    private static void refuseMacros(List<? extends ZipEntry> entries) throws RefusedException {
        for (ZipEntry entry : entries) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            boolean basic = name.startsWith("basic/")
                    && name.endsWith(".xml")
                    && !name.endsWith("script-lb.xml")
                    && !name.endsWith("script-lc.xml");
            boolean script = name.startsWith("scripts/") && !entry.isDirectory();
            if (name.contains("vbaproject") || name.endsWith("vbadata.xml") || basic || script) {
                throw macros();
            }
        }
    }

    private static OfficeFormat openXml(String types) throws RefusedException {
        if (types.contains("macroEnabled")) {
            throw macros();
        }
        boolean text = types.contains("wordprocessingml.document.main+xml")
                || types.contains("wordprocessingml.template.main+xml");
        boolean slides = types.contains("presentationml.presentation.main+xml")
                || types.contains("presentationml.slideshow.main+xml")
                || types.contains("presentationml.template.main+xml");
        if (text || slides) {
            return text ? OfficeFormat.DOCX : OfficeFormat.PPTX;
        }
        throw new RefusedException(RefusalCode.UNKNOWN_KIND, "The zip holds neither text nor slides.");
    }

    private static OfficeFormat openDocument(String type, String manifest) throws RefusedException {
        if (manifest.contains("encryption-data")) {
            throw new RefusedException(RefusalCode.DOCUMENT_ENCRYPTED, "The document is encrypted.");
        }
        if (type.startsWith("application/vnd.oasis.opendocument.text")) {
            return OfficeFormat.ODT;
        }
        if (type.startsWith("application/vnd.oasis.opendocument.presentation")) {
            return OfficeFormat.ODP;
        }
        throw new RefusedException(RefusalCode.UNKNOWN_KIND, "The OpenDocument file holds neither text nor slides.");
    }

    private static RefusedException macros() {
        return new RefusedException(RefusalCode.DOCUMENT_MACROS, "The document carries macros.");
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LARGEST_INDEX), StandardCharsets.UTF_8);
        }
    }
}
