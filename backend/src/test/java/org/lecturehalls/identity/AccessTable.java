package org.lecturehalls.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * The table {@code access.txt}: a line for each endpoint, with what each kind of caller is answered. A cell is a status, or two
 * of them, for a caller inside and one outside of the region where the records are.
 */
final class AccessTable {

    static final String FILE = "access.txt";

    private final Map<String, List<String>> lines;

    private AccessTable(Map<String, List<String>> lines) {
        this.lines = lines;
    }

    static AccessTable read() {
        try {
            String text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
            return new AccessTable(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split("\\s+"))
                    .collect(Collectors.toMap(
                            words -> words[0] + " " + words[1],
                            words -> Stream.of(words).skip(2).toList(),
                            (one, other) -> {
                                throw new IllegalStateException("two lines for one endpoint: " + one + other);
                            },
                            LinkedHashMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is expected; empty when the endpoint has no line. */
    List<String> of(String endpoint) {
        return lines.getOrDefault(endpoint, List.of());
    }

    Stream<String> endpoints() {
        return lines.keySet().stream();
    }

    static String line(String endpoint, List<String> answers) {
        String[] words = endpoint.split(" ");
        return String.format(
                        "%-6s %-64s %s",
                        words[0],
                        words[1],
                        String.join(
                                " ",
                                answers.stream()
                                        .map(answer -> String.format("%-7s", answer))
                                        .toList()))
                .stripTrailing();
    }
}
