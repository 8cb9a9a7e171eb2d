package org.lecturehalls.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings that a part of the platform reads, as environment variables: those of Spring Boot from the metadata in its
 * jars, those of the project from the source of its settings records.
 */
final class KnownSettings {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern METADATA_NAME = Pattern.compile("\"name\": \"([a-z0-9.-]+)\"");
    private static final Pattern SETTINGS_RECORD = Pattern.compile(
            "@ConfigurationProperties\\(\\s*(?:prefix\\s*=\\s*)?\"([^\"]+)\"\\s*\\)[^;{]*?record\\s+(\\w+)\\s*\\(");

    private final Set<String> variables = new HashSet<>();

    private KnownSettings() {}

    static KnownSettings ofModule(String folder) {
        KnownSettings known = new KnownSettings();
        known.addSpringBoot();
        Project.files(folder + "/src/main/java", ".java").forEach(source -> known.addRecordsIn(Project.read(source)));
        return known;
    }

    boolean has(String variable) {
        return variables.contains(variable);
    }

    private void addSpringBoot() {
        try {
            for (URL url : Collections.list(getClass().getClassLoader().getResources(METADATA))) {
                try (InputStream in = url.openStream()) {
                    addAll(METADATA_NAME.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addAll(Matcher names) {
        while (names.find()) {
            add(names.group(1));
        }
    }

    private void addRecordsIn(String source) {
        Matcher record = SETTINGS_RECORD.matcher(source);
        while (record.find()) {
            addComponents(record.group(1), source, record.end());
        }
    }

    /** Reads the components of a record whose header starts at {@code from}, and those of records nested in the file. */
    private void addComponents(String prefix, String source, int from) {
        for (RecordHeader.Component component : RecordHeader.componentsAt(source, from)) {
            String name = prefix + "." + component.name();
            add(name);
            Matcher nested = Pattern.compile("record\\s+" + Pattern.quote(component.type()) + "\\s*\\(")
                    .matcher(source);
            if (nested.find()) {
                addComponents(name, source, nested.end());
            }
        }
    }

    /** {@code lecturehalls.storage.accessKey} and {@code …access-key} are both LECTUREHALLS_STORAGE_ACCESSKEY. */
    private void add(String property) {
        variables.add(property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
    }
}
