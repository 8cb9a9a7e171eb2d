package org.lecturehalls.standalone.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at a page as axe-core does, for what keeps people with a handicap out. The web app's own copy of axe is used. */
final class Axe {

    private static final Path SCRIPT = Path.of("../../backend/web/node_modules/axe-core/axe.min.js");

    private static final String RUN = """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'], elementRef: false });
              return violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, help, nodes }) => `${id} (${help}): ` + nodes.slice(0, 4).map((node) =>
                  `${node.target.join(' ')} ${node.html.slice(0, 160)} ${node.any.map((any) => any.message).join('; ')}`
                ).join(' | ') + (nodes.length > 4 ? ` and ${nodes.length - 4} more` : ''));
            }
            """;

    private final String source;

    private Axe(String source) {
        this.source = source;
    }

    static Axe load() {
        try {
            return new Axe(Files.readString(SCRIPT));
        } catch (IOException e) {
            throw new UncheckedIOException("The web app's packages are not there; build the backend first", e);
        }
    }

    /** What is seriously or critically wrong, one line for each rule. */
    @SuppressWarnings("unchecked")
    List<String> violations(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(source);
        }
        return (List<String>) page.evaluate(RUN);
    }
}
