package org.lecturehalls.worker.document;

/** An accepted office format, and how LibreOffice is told to read it instead of guessing. */
enum OfficeFormat {
    DOC("doc", "MS Word 97", "writer_pdf_Export"),
    DOCX("docx", "MS Word 2007 XML", "writer_pdf_Export"),
    ODT("odt", "writer8", "writer_pdf_Export"),
    PPT("ppt", "MS PowerPoint 97", "impress_pdf_Export"),
    PPTX("pptx", "Impress MS PowerPoint 2007 XML", "impress_pdf_Export"),
    ODP("odp", "impress8", "impress_pdf_Export");

    private final String extension;
    private final String importFilter;
    private final String exportFilter;

    OfficeFormat(String extension, String importFilter, String exportFilter) {
        this.extension = extension;
        this.importFilter = importFilter;
        this.exportFilter = exportFilter;
    }

    String extension() {
        return extension;
    }

    String importFilter() {
        return importFilter;
    }

    String exportFilter() {
        return exportFilter;
    }

    boolean openXml() {
        return this == DOCX || this == PPTX;
    }
}
