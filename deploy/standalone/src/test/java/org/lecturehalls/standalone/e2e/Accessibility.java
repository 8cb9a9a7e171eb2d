package org.lecturehalls.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at pages with axe-core, and listens to what the browser complains of. */
final class Accessibility {

    private static final Set<String> BARRIERS = Set.of("serious", "critical");

    private final String axe;
    private final List<String> complaints = new ArrayList<>();

    Accessibility(RunningPlatform platform) {
        try {
            axe = Files.readString(platform.home().resolve("backend/web/node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on notes errors on the console and in scripts; a line that is down on purpose is none. */
    void listenTo(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("net::ERR_INTERNET_DISCONNECTED")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    void expectNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    /** No barrier on the page as it stands, and nothing that makes a phone scroll sideways. */
    void check(Page page) {
        page.evaluate(axe);
        Object found = page.evaluate("""
                async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations
                    .map(({ id, impact, nodes }) => ({ id, impact, html: nodes[0].html }))
                """);
        List<String> barriers = ((List<?>) found)
                .stream()
                        .map(violation -> (Map<?, ?>) violation)
                        .filter(violation -> BARRIERS.contains(String.valueOf(violation.get("impact"))))
                        .map(violation -> violation.get("id") + " " + violation.get("html"))
                        .toList();
        assertThat(barriers).as("barriers on " + page.url()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scrolling on " + page.url())
                .isEqualTo(true);
    }
}
