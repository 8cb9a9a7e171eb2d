package org.lecturehalls.deployment;

import java.util.ArrayList;
import java.util.List;

/** Reads the components of a record from its source. */
final class RecordHeader {

    record Component(String type, String name) {}

    private RecordHeader() {}

    /**
     * @param source Java source
     * @param from the place after the opening bracket of the record's header
     */
    static List<Component> componentsAt(String source, int from) {
        List<Component> components = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int depth = 0;
        for (int i = from; depth >= 0; i++) {
            char c = source.charAt(i);
            depth += switch (c) {
                case '(', '<', '{' -> 1;
                case ')', '>', '}' -> -1;
                default -> 0;
            };
            if (depth < 0 || (depth == 0 && c == ',')) {
                add(components, current.toString());
                current.setLength(0);
            } else {
                current.append(c);
            }
        }
        return components;
    }

    private static void add(List<Component> components, String declaration) {
        // Annotations and their texts stand before the type; only the last two words matter.
        String plain = declaration.replaceAll("\"[^\"]*\"", " ").strip();
        if (plain.isEmpty()) {
            return;
        }
        String[] words = plain.split("\\s+");
        components.add(new Component(words.length > 1 ? words[words.length - 2] : "", words[words.length - 1]));
    }
}
