package org.lecturehalls.paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** What the code on a certificate opens: a page that any phone shows, without scripts and without the web app. */
public final class ProofPage {

    // Styles stand at the elements: the content policy allows no others in a page.
    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN" style="background: #faf8f5; color: #1f2328">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            </head>
            <body style="font-family: 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans SC', 'Microsoft YaHei', sans-serif; \
            font-size: 1.125rem; line-height: 1.6; margin: 0 auto; max-width: 34rem; padding: 1.5rem 1rem">
            <h1 style="font-size: 1.125rem; margin: 0 0 1rem">%1$s</h1>
            <main style="background: #fff; border: 1px solid #e3e0db; border-radius: 12px; border-top: 6px solid #b8232f; padding: 1.25rem">
            %2$s
            </main>
            </body>
            </html>
            """;

    private static final String STATE =
            "<p role=\"status\" style=\"font-size: 1.75rem; line-height: 1.3; margin: 0 0 1rem\">";
    private static final String NAME = "<dt style=\"color: #57606a; font-size: 1rem\">";
    private static final String VALUE = "<dd style=\"font-weight: 600; margin: 0 0 0.75rem; overflow-wrap: anywhere\">";

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

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
        StringBuilder page = new StringBuilder(STATE);
        page.append("<strong>").append(state).append("</strong></p>\n<dl style=\"margin: 0\">\n");
        facts.forEach((name, value) -> page.append(NAME)
                .append(name)
                .append("</dt>")
                .append(VALUE)
                .append(HtmlUtils.htmlEscape(value, "UTF-8"))
                .append("</dd>\n"));
        return PAGE.formatted(title, page.append("</dl>"));
    }

    /** For a code that belongs to none. */
    public String ofNothing() {
        return PAGE.formatted(
                title, "<p role=\"status\" style=\"margin: 0\">没有找到这份证书，请核对二维码。<br>No such certificate was found.</p>");
    }

    /** A day as the readers of both languages write it. */
    public static String day(LocalDate day) {
        return CHINESE.format(day) + " · " + ENGLISH.format(day);
    }

    /** From one day to another, as the readers of both languages write it. */
    public static String days(LocalDate from, LocalDate to) {
        return CHINESE.format(from) + "至" + CHINESE.format(to) + " · " + ENGLISH.format(from) + " to "
                + ENGLISH.format(to);
    }
}
