package org.lecturehalls.worker.document.pdf;

import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Takes out of a PDF what acts by itself, and what names its author. Goes over every object of the file instead of following
 * the structure, so that nothing is missed that hangs at an unusual place.
 */
final class PdfScrubber {

    /** Kinds of action that leave the document or run something. Going to a page or following a plain link stays. */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "ImportData",
            "SubmitForm",
            "ResetForm",
            "GoToR",
            "GoToE",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute",
            "Trans",
            "SetOCGState",
            "GoTo3DView",
            "Hide");

    private static final Set<String> ATTACHMENTS =
            Set.of("FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D");

    private static final Set<String> ACTIVE_KEYS = Set.of(
            "AA",
            "JS",
            "JavaScript",
            "EmbeddedFiles",
            "EF",
            "AF",
            "XFA",
            "Collection",
            "RichMediaContent",
            "Requirements");

    private static final Set<String> AUTHOR_KEYS = Set.of(
            "Metadata", "PieceInfo", "LastModified", "Author", "Creator", "Producer", "SpiderInfo", "Perms", "Legal");

    private PdfScrubber() {}

    static void removeActiveContent(PDDocument document) throws IOException {
        ObjectWalk.over(document, PdfScrubber::deactivate);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (!isPlainGoTo(catalog.getDictionaryObject(COSName.OPEN_ACTION))) {
            catalog.removeItem(COSName.OPEN_ACTION);
        }
    }

    static void removeAuthors(PDDocument document) throws IOException {
        document.setDocumentInformation(new PDDocumentInformation());
        ObjectWalk.over(document, PdfScrubber::anonymise);
    }

    private static void deactivate(COSDictionary dictionary) {
        ACTIVE_KEYS.forEach(key -> dictionary.removeItem(COSName.getPDFName(key)));
        if (ACTIONS.contains(name(dictionary, COSName.S))
                || COSName.SIG.equals(dictionary.getDictionaryObject(COSName.TYPE))) {
            dictionary.clear();
        } else if (ATTACHMENTS.contains(name(dictionary, COSName.SUBTYPE)) && dictionary.containsKey(COSName.RECT)) {
            dictionary.clear();
        } else if (dictionary.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
            removeAttachments(annotations);
        }
    }

    private static void removeAttachments(COSArray annotations) {
        for (int i = annotations.size() - 1; i >= 0; i--) {
            COSBase annotation = annotations.getObject(i);
            boolean empty = annotation instanceof COSDictionary dictionary && dictionary.size() == 0;
            boolean attachment = annotation instanceof COSDictionary dictionary
                    && ATTACHMENTS.contains(name(dictionary, COSName.SUBTYPE));
            if (empty || attachment) {
                annotations.remove(i);
            }
        }
    }

    private static void anonymise(COSDictionary dictionary) {
        AUTHOR_KEYS.forEach(key -> dictionary.removeItem(COSName.getPDFName(key)));
        boolean annotation = dictionary.containsKey(COSName.RECT) && dictionary.containsKey(COSName.SUBTYPE);
        // In a form field the same key holds the name of the field, which it needs.
        boolean field = dictionary.containsKey(COSName.FT) || dictionary.containsKey(COSName.PARENT);
        if (annotation && !field) {
            dictionary.removeItem(COSName.T);
            dictionary.removeItem(COSName.getPDFName("M"));
            dictionary.removeItem(COSName.CREATION_DATE);
        }
    }

    private static boolean isPlainGoTo(COSBase action) {
        return action instanceof COSArray
                || action instanceof COSDictionary dictionary
                        && name(dictionary, COSName.S).equals("GoTo");
    }

    private static String name(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
    }
}
