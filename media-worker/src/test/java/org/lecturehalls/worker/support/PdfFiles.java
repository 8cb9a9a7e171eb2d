package org.lecturehalls.worker.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** Makes PDF files, harmless and active. */
public final class PdfFiles {

    private PdfFiles() {}

    public static Path pages(Path file, int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.save(file.toFile());
        }
        return file;
    }

    public static Path withAuthor(Path file, String author) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            document.getDocumentInformation().setAuthor(author);
            byte[] xmp = ("<x>" + author + "</x>").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            document.getDocumentCatalog().setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp)));
            PDAnnotationText note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(10, 10, 20, 20));
            note.setTitlePopup(author);
            page.setAnnotations(List.of(note));
            document.save(file.toFile());
        }
        return file;
    }

    public static Path protectedBy(Path file, String owner, String user) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            AccessPermission nothing = new AccessPermission();
            nothing.setCanPrint(false);
            document.protect(new StandardProtectionPolicy(owner, user, nothing));
            document.save(file.toFile());
        }
        return file;
    }

    /** Scripts when it opens and when a page opens, a program to launch, an attachment, and a plain link. */
    public static Path active(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            PDPageAdditionalActions onPage = new PDPageAdditionalActions();
            onPage.setO(new PDActionJavaScript("app.alert(2)"));
            page.setActions(onPage);
            PDActionURI link = new PDActionURI();
            link.setURI("https://example.org/");
            page.setAnnotations(List.of(link(new PDActionLaunch()), link(link)));
            attach(document);
            document.save(file.toFile());
        }
        return file;
    }

    /** Every key, and every name that is a value, anywhere in the file. */
    public static Set<String> allNames(Path file) throws IOException {
        Set<String> names = new HashSet<>();
        Set<COSBase> seen = new HashSet<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            collect(document.getDocument().getTrailer(), names, seen);
        }
        return names;
    }

    private static void collect(COSBase base, Set<String> names, Set<COSBase> seen) {
        COSBase value = base instanceof COSObject reference ? reference.getObject() : base;
        if (value instanceof COSName name) {
            names.add(name.getName());
        } else if (value instanceof COSDictionary dictionary && seen.add(dictionary)) {
            for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                names.add(entry.getKey().getName());
                collect(entry.getValue(), names, seen);
            }
        } else if (value instanceof COSArray array && seen.add(array)) {
            array.forEach(item -> collect(item, names, seen));
        }
    }

    private static PDAnnotationLink link(PDAction action) {
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(10, 10, 20, 20));
        link.setAction(action);
        return link;
    }

    private static void attach(PDDocument document) throws IOException {
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile("virus.exe");
        specification.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[10])));
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("virus", specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }
}
