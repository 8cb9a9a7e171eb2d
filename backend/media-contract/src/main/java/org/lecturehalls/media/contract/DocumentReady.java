package org.lecturehalls.media.contract;

import java.util.List;

/**
 * A document job is done.
 *
 * @param jobId the job
 * @param token fencing token of the attempt
 * @param outputPrefix where the objects are
 * @param pages number of pages
 * @param pdfKey object key of the PDF for readers
 * @param blindPdfKey object key of the judges' copy: the same pages without metadata that names the author
 * @param textKey object key of the plain text (UTF-8)
 * @param pageImageKeys object keys of the page pictures (JPEG), in order; fewer than {@code pages} for a long document
 * @param bytes sum of all stored objects
 */
public record DocumentReady(
        String jobId,
        long token,
        String outputPrefix,
        int pages,
        String pdfKey,
        String blindPdfKey,
        String textKey,
        List<String> pageImageKeys,
        long bytes) {}
