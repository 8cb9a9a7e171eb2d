package org.lecturehalls.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The deployment is checked as text: what it names must exist, and nothing may be named twice. */
class ComposeFileTest {

    private static final Pattern PINNED =
            Pattern.compile("[a-z0-9./-]+:(?!latest)[A-Za-z._-]*[0-9]+[.0-9][A-Za-z0-9._-]*(@sha256:[0-9a-f]{64})?");
    private static final Set<String> WITHOUT_HEALTH_CHECK = Set.of("worker", "mongodb-init");

    private final ComposeFile compose = new ComposeFile();

    @ParameterizedTest
    @CsvSource({"backend, backend", "worker, media-worker"})
    void setsOnlyVariablesThatTheServiceReads(String service, String module) {
        KnownSettings known = KnownSettings.ofModule(module);
        assertThat(compose.environmentOf(service).keySet()).isNotEmpty().allMatch(known::has);
    }

    @Test
    void publishesEveryPortOnce() {
        assertThat(compose.publishedPorts()).containsExactlyInAnyOrder("80/tcp", "443/tcp", "443/udp");
    }

    @Test
    void mountsEveryVolumeOnce() {
        assertThat(compose.mountedVolumes())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(compose.volumes());
    }

    @Test
    void pinsEveryImage() {
        Stream<String> bases = Project.files("deploy/docker", ".Dockerfile").stream()
                .flatMap(file -> Project.read(file).lines())
                .filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ")[1]);
        List<String> images = Stream.concat(compose.images().stream(), bases).toList();
        assertThat(images).allMatch(image -> PINNED.matcher(image).matches());
        assertThat(versionsByName(images))
                .allSatisfy((name, versions) -> assertThat(versions).hasSize(1));
    }

    private static Map<String, Set<String>> versionsByName(List<String> images) {
        return images.stream()
                .collect(Collectors.groupingBy(
                        image -> image.substring(0, image.indexOf(':')),
                        TreeMap::new,
                        Collectors.mapping(image -> image.substring(image.indexOf(':')), Collectors.toSet())));
    }

    @Test
    void namesOnlyFilesAndFoldersThatExist() {
        Stream<String> mounts = compose.services().keySet().stream()
                .flatMap(service -> compose.mountsOf(service).stream())
                .filter(mount -> mount.startsWith("./"))
                .map(mount -> "deploy/" + mount.substring(2, mount.indexOf(':')));
        Stream<String> dockerfiles = compose.services().values().stream()
                .map(service -> ComposeFile.<Map<String, String>>cast(service.get("build")))
                .filter(build -> build != null)
                .map(build -> build.get("dockerfile"));
        assertThat(Stream.concat(mounts, dockerfiles).map(Project::file))
                .isNotEmpty()
                .allMatch(file -> file.toFile().exists());
    }

    @Test
    void copiesTheJarsThatTheBuildMakes() {
        for (String[] image : new String[][] {{"backend", "backend"}, {"worker", "media-worker"}}) {
            String dockerfile = Project.read("deploy/docker/" + image[0] + ".Dockerfile");
            String pom = Project.read(image[1] + "/pom.xml");
            String name = pom.substring(pom.indexOf("<finalName>") + 11, pom.indexOf("</finalName>"));
            String jar = image[1] + "/target/" + name + ".jar";
            assertThat(dockerfile).contains("COPY " + jar + " ").contains("\nUSER 10001:10001\n");
            assertThat(Project.read("deploy/docker/" + image[0] + ".Dockerfile.dockerignore"))
                    .isEqualTo("*\n!" + jar + "\n");
        }
    }

    @Test
    void explainsEveryVariableInTheExampleAndHasNoSecretInIt() {
        Map<String, String> example = Project.read("deploy/.env.example")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
        Set<String> names = new TreeSet<>(compose.references());
        names.add("COMPOSE_PROFILES");
        assertThat(example.keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(example).allSatisfy((name, value) -> {
            if (name.endsWith("_PASSWORD") || name.endsWith("_KEY")) {
                assertThat(value).startsWith("fake");
            }
        });
    }

    @Test
    void watchesAndLimitsEveryService() {
        assertThat(compose.services()).allSatisfy((name, service) -> {
            assertThat(service).containsKey("mem_limit");
            if (!WITHOUT_HEALTH_CHECK.contains(name)) {
                assertThat(service).containsKey("healthcheck");
            }
        });
    }

    @Test
    void startsOneStoreUnderOneName() {
        for (String store : List.of("seaweedfs", "minio")) {
            Map<String, Object> service = compose.services().get(store);
            assertThat(ComposeFile.listOf(service.get("profiles"))).containsExactly(store);
            assertThat(service.get("networks")).isEqualTo(Map.of("inside", Map.of("aliases", List.of("s3"))));
        }
        assertThat(Project.read("deploy/.env.example")).contains("COMPOSE_PROFILES=seaweedfs\n");
    }

    @Test
    void leadsOnlyToServicesThatExist() {
        Set<String> names = new TreeSet<>(compose.services().keySet());
        names.add("s3");
        Stream<String> targets = Project.read("deploy/compose/Caddyfile")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("reverse_proxy "))
                .map(line -> line.split("[ :]")[1]);
        assertThat(targets).hasSize(3).allMatch(names::contains);
    }

    @Test
    void bringsNoPeopleIntoTheRealm() {
        assertThat(Project.read("deploy/keycloak/realm.json"))
                .contains("\"lecture-halls-web\"", "${LECTUREHALLS_WEB_PUBLICURL:")
                .doesNotContain("\"users\"", "local-demo-only", "lecture-halls-cli");
    }

    @Test
    void hasBrokerSettingsThatTheBrokerAccepts() throws Exception {
        FileConfiguration settings = new FileConfiguration();
        Path file = Project.file("deploy/compose/broker.xml");
        FileDeploymentManager deployment =
                new FileDeploymentManager(file.toUri().toString());
        deployment.addDeployable(settings);
        deployment.readConfiguration();
        String deadLetters =
                settings.getAddressSettings().get("#").getDeadLetterAddress().toString();
        assertThat(deadLetters).isEqualTo("DLQ");
        assertThat(settings.isJournalDatasync()).isTrue();
    }
}
