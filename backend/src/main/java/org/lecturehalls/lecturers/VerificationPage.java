package org.lecturehalls.lecturers;

import java.time.LocalDate;
import org.springframework.web.util.HtmlUtils;

/** A page that any phone shows, without scripts and without the web app. */
final class VerificationPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>讲习员证书查验 · Certificate</title>
            </head>
            <body style="font-family: sans-serif; font-size: 1.2rem; line-height: 1.6; margin: 1.5rem auto; max-width: 34rem; padding: 0 1rem">
            <h1 style="font-size: 1.5rem">讲习员证书查验 · Certificate</h1>
            %s
            </body>
            </html>
            """;

    private VerificationPage() {}

    static String of(VerificationView view) {
        StringBuilder rows = new StringBuilder();
        rows.append("<p role=\"status\" style=\"font-size: 1.6rem\"><strong>")
                .append(CertificateState.LABELS.get(view.state()))
                .append("</strong></p>\n<dl>\n");
        row(rows, "编号 · Number", view.number());
        row(rows, "姓名 · Name", view.name());
        row(rows, "培训班 · Course", view.cohort());
        row(rows, "培训时间 · Trained", view.trainedFrom() + " – " + view.trainedTo());
        row(rows, "学时 · Hours", Integer.toString(view.hours()));
        row(rows, "发证日期 · Issued", view.issuedOn().toString());
        row(rows, "有效期至 · Valid until", view.validUntil().toString());
        LocalDate revokedOn = view.revokedOn();
        if (revokedOn != null) {
            row(rows, "撤销日期 · Revoked", revokedOn.toString());
        }
        return PAGE.formatted(rows.append("</dl>"));
    }

    private static void row(StringBuilder rows, String label, String value) {
        rows.append("<dt>")
                .append(label)
                .append("</dt><dd><strong>")
                .append(HtmlUtils.htmlEscape(value))
                .append("</strong></dd>\n");
    }

    static String ofNothing() {
        return PAGE.formatted("<p role=\"status\">没有找到这份证书，请核对二维码。<br>No such certificate was found.</p>");
    }
}
