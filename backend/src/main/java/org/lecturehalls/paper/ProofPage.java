package org.lecturehalls.paper;

import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** What the code on a certificate opens: a page that any phone shows, without scripts and without the web app. */
public final class ProofPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            </head>
            <body style="font-family: sans-serif; font-size: 1.2rem; line-height: 1.6; margin: 1.5rem auto; max-width: 34rem; padding: 0 1rem">
            <h1 style="font-size: 1.5rem">%1$s</h1>
            %2$s
            </body>
            </html>
            """;

    private final String title;

    /** @param title as HTML */
    public ProofPage(String title) {
        this.title = title;
    }

    /**
     * What is known of a certificate.
     *
     * @param state whether it holds, as HTML
     * @param facts in order; names as HTML, values as text
     */
    public String of(String state, Map<String, String> facts) {
        StringBuilder page = new StringBuilder("<p role=\"status\" style=\"font-size: 1.6rem\"><strong>");
        page.append(state).append("</strong></p>\n<dl>\n");
        facts.forEach((name, value) -> page.append("<dt>")
                .append(name)
                .append("</dt><dd><strong>")
                .append(HtmlUtils.htmlEscape(value, "UTF-8"))
                .append("</strong></dd>\n"));
        return PAGE.formatted(title, page.append("</dl>"));
    }

    /** For a code that belongs to none. */
    public String ofNothing() {
        return PAGE.formatted(title, "<p role=\"status\">没有找到这份证书，请核对二维码。<br>No such certificate was found.</p>");
    }
}
