package org.lecturehalls.standalone.e2e;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Notes what a page must not do: errors in the console (breaches of the content policy are among them), exceptions, and
 * serious faults for people with a handicap.
 */
final class PageWatch {

    private static final Axe AXE = Axe.load();

    private static final String SIDEWAYS = """
            () => {
              const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              if (wide <= 1) return '';
              const edge = document.documentElement.clientWidth + 1;
              const out = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > edge);
              return `sticks out by ${wide} px: ` + out.slice(-3).map((each) => each.outerHTML.slice(0, 120)).join(' | ');
            }
            """;

    /** What stands there when a text is missing: the name of the message. */
    private static final String NAMES = """
            () => (document.body.innerText.match(/(^|\\s)[a-z][A-Za-z]+(\\.[a-zA-Z][A-Za-z_]*)+(?=\\s|$)/g) ?? [])
              .map((each) => each.trim()).filter((each) => !/\\.(mp4|mov|docx|pdf|csv|xlsx|srt|vtt|org|com|cn)$/.test(each))
            """;

    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Pattern> expected = ConcurrentHashMap.newKeySet();

    private PageWatch(Page page) {
        this.page = page;
    }

    static PageWatch of(Page page) {
        PageWatch watch = new PageWatch(page);
        page.onConsoleMessage(watch::note);
        page.onPageError(error -> watch.complaints.add("exception: " + error));
        return watch;
    }

    /** Console errors that match (text, then address) are part of what is being tried. */
    PageWatch expecting(String pattern) {
        expected.add(Pattern.compile(pattern));
        return this;
    }

    /** Runs axe on what is on the screen now. */
    void look() {
        AXE.violations(page).forEach(complaints::add);
        String sideways = (String) page.evaluate(SIDEWAYS);
        if (!sideways.isEmpty()) {
            complaints.add(sideways);
        }
        List<?> names = (List<?>) page.evaluate(NAMES);
        if (!names.isEmpty()) {
            complaints.add("messages without a text: " + names);
        }
    }

    /** All complaints since it was last asked. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** For journeys: looks, and says no when there was anything. */
    void assertWell() {
        look();
        List<String> all = complaints();
        if (!all.isEmpty()) {
            throw new AssertionError(page.url() + "\n  " + String.join("\n  ", all));
        }
    }

    private void note(ConsoleMessage message) {
        String text = message.text() + " " + message.location();
        boolean fine = !"error".equals(message.type())
                || expected.stream().anyMatch(pattern -> pattern.matcher(text).find());
        if (!fine) {
            complaints.add("console: " + text);
        }
    }
}
