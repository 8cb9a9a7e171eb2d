package org.lecturehalls.competitions;

import org.lecturehalls.competitions.ResultController.AwardView;
import org.springframework.web.util.HtmlUtils;

/** What the code on an award's certificate opens: a page that any phone shows, without scripts and without the web app. */
final class AwardPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>获奖证书查验 · Award</title>
            </head>
            <body style="font-family: sans-serif; font-size: 1.2rem; line-height: 1.6; margin: 1.5rem auto; max-width: 34rem; padding: 0 1rem">
            <h1 style="font-size: 1.5rem">获奖证书查验 · Award</h1>
            %s
            </body>
            </html>
            """;

    private AwardPage() {}

    static String of(AwardView award) {
        StringBuilder rows = new StringBuilder();
        rows.append("<p role=\"status\" style=\"font-size: 1.6rem\"><strong>证书有效 · Valid</strong></p>\n<dl>\n");
        row(rows, "获奖人 · Winner", award.people());
        row(rows, "作品 · Entry", award.title());
        row(rows, "赛事 · Contest", award.contest());
        row(rows, "奖项 · Award", award.award());
        row(rows, "编号 · Number", award.code());
        return PAGE.formatted(rows.append("</dl>"));
    }

    static String ofNothing() {
        return PAGE.formatted("<p role=\"status\">没有找到这份证书，请核对二维码。<br>No such certificate was found.</p>");
    }

    private static void row(StringBuilder rows, String label, String value) {
        rows.append("<dt>")
                .append(label)
                .append("</dt><dd><strong>")
                .append(HtmlUtils.htmlEscape(value, "UTF-8"))
                .append("</strong></dd>\n");
    }
}
