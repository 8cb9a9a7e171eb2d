package org.lecturehalls.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** What {@code deploy/compose.yaml} says. */
final class ComposeFile {

    private static final Pattern REFERENCE = Pattern.compile("(?<!\\$)\\$\\{(\\w+)");

    private final String text = Project.read("deploy/compose.yaml");
    private final Map<String, Object> root = new Yaml().load(text);

    Map<String, Map<String, Object>> services() {
        return cast(root.get("services"));
    }

    Set<String> volumes() {
        return ComposeFile.<Map<String, Object>>cast(root.get("volumes")).keySet();
    }

    Map<String, Object> environmentOf(String service) {
        return cast(services().get(service).getOrDefault("environment", Map.of()));
    }

    List<String> mountsOf(String service) {
        return listOf(services().get(service).get("volumes"));
    }

    /** The published ports of all services, as {@code 443/udp}. */
    List<String> publishedPorts() {
        List<String> ports = new ArrayList<>();
        services()
                .values()
                .forEach(service -> listOf(service.get("ports")).forEach(port -> {
                    String outside = port.substring(0, port.indexOf(':'));
                    ports.add(outside + (port.endsWith("/udp") ? "/udp" : "/tcp"));
                }));
        return ports;
    }

    /** Named volumes in the order of their mounts, one entry a mount. */
    List<String> mountedVolumes() {
        return services().keySet().stream()
                .flatMap(service -> mountsOf(service).stream())
                .filter(mount -> !mount.startsWith(".") && !mount.startsWith("/"))
                .map(mount -> mount.substring(0, mount.indexOf(':')))
                .toList();
    }

    List<String> images() {
        return services().values().stream()
                .map(service -> (String) service.get("image"))
                .toList();
    }

    /** Names of the variables that the file takes from outside. */
    Set<String> references() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    static List<String> listOf(Object value) {
        return value == null ? List.of() : ComposeFile.<List<String>>cast(value);
    }

    @SuppressWarnings("unchecked")
    static <T> T cast(Object value) {
        return (T) value;
    }
}
