package org.lecturehalls.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The manifests say the same as the compose file. */
class KubernetesTest {

    private static final Pattern VARIABLE = Pattern.compile("(?:SPRING|LECTUREHALLS|SERVER)_[A-Z_]+");
    private static final Pattern IMAGE = Pattern.compile("image: (\\S+)");

    @ParameterizedTest
    @CsvSource({"backend, backend", "worker, media-worker"})
    void setsOnlyVariablesThatThePartReads(String part, String module) {
        KnownSettings known = KnownSettings.ofModule(module);
        Map<String, String> settings = documents("settings.yaml")
                .filter(map -> ComposeFile.<Map<String, Object>>cast(map.get("metadata"))
                        .get("name")
                        .equals(part + "-settings"))
                .findFirst()
                .map(map -> ComposeFile.<Map<String, String>>cast(map.get("data")))
                .orElseThrow();
        Set<String> named = new HashSet<>(settings.keySet());
        named.addAll(variablesIn(part + ".yaml"));
        assertThat(named).isNotEmpty().allMatch(known::has);
    }

    @Test
    void namesOnlySecretsThatThePartsRead() {
        KnownSettings known = KnownSettings.ofModule("backend");
        assertThat(variablesIn("kustomization.yaml")).isNotEmpty().allMatch(known::has);
    }

    @Test
    void runsTheImagesOfTheComposeFile() {
        List<String> built = new ComposeFile()
                .images().stream()
                        .filter(image -> image.startsWith("lecture-halls/"))
                        .toList();
        List<String> images = Stream.of("backend.yaml", "worker.yaml")
                .flatMap(file -> IMAGE.matcher(read(file)).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(images).containsExactlyInAnyOrderElementsOf(built);
    }

    private static Set<String> variablesIn(String file) {
        return VARIABLE.matcher(read(file)).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Stream<Map<String, Object>> documents(String file) {
        return StreamSupport.stream(new Yaml().loadAll(read(file)).spliterator(), false)
                .map(ComposeFile::cast);
    }

    private static String read(String file) {
        return Project.read("deploy/kubernetes/" + file);
    }
}
