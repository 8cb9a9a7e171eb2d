package org.lecturehalls.standalone.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the web app says in one language, from its own messages: the same steps then serve readers of both. */
final class Words {

    private static final Path MESSAGES = Path.of("../../backend/web/src/i18n");

    private final Map<String, String> texts;

    private Words(Map<String, String> texts) {
        this.texts = texts;
    }

    static Words of(String language) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(MESSAGES.resolve(language))) {
            for (Path file : files.toList()) {
                add(texts, "", JsonMapper.shared().readTree(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(texts);
    }

    /**
     * A message as the app shows it; where one and many are said differently, the first count among the values decides.
     *
     * @param values what its gaps are filled with, each a name and the value
     */
    String say(String key, Object... values) {
        String message = texts.get(key);
        if (message == null) {
            throw new AssertionError("The web app has no message " + key);
        }
        String[] forms = message.split(" \\| ");
        Object count =
                Stream.of(values).filter(Integer.class::isInstance).findFirst().orElse(0);
        String text = forms[count.equals(1) ? 0 : forms.length - 1];
        for (int i = 0; i < values.length; i += 2) {
            text = text.replace("{" + values[i] + "}", String.valueOf(values[i + 1]));
        }
        return text;
    }

    /** A message's beginning, up to the first gap. */
    String start(String key) {
        return List.of(say(key).split("\\{", 2)).get(0);
    }

    private static void add(Map<String, String> texts, String path, JsonNode messages) {
        messages.forEachEntry((name, message) -> {
            if (message.isString()) {
                texts.put(path + name, message.asString());
            } else {
                add(texts, path + name + ".", message);
            }
        });
    }
}
