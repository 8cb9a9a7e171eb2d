package org.lecturehalls.standalone.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.standalone.part.StartFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RealmFileTest {

    private static final Path REALM = Path.of("../keycloak/realm.json");
    private static final Path DEMO = Path.of("../keycloak/demo.json");

    @TempDir
    private Path folder;

    @Test
    void theRealmForEverybodyHasNoUsersAndNoPasswordGrant() {
        ObjectNode realm = RealmFile.merged(List.of(REALM));

        assertThat(realm.has("users")).isFalse();
        assertThat(elements(realm.path("clients")))
                .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean());
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("sslRequired").asString()).isEqualTo("external");
    }

    @Test
    void theDemoAddsAUserOfEachRole() {
        ObjectNode realm = RealmFile.merged(List.of(REALM, DEMO));

        List<String> roles = elements(realm.path("roles").path("realm"))
                .map(role -> role.path("name").asString())
                .toList();
        assertThat(roles)
                .containsExactlyInAnyOrder("villager", "lecturer", "hall-manager", "judge", "publicity", "admin");
        for (String role : roles) {
            assertThat(elements(realm.path("users")))
                    .anyMatch(
                            user -> elements(user.path("realmRoles")).anyMatch(given -> role.equals(given.asString())));
        }
        assertThat(elements(realm.path("clients"))).hasSize(2);
    }

    @Test
    void theWebClientSendsPeopleBackToTheAppAlone() {
        ObjectNode client = RealmFile.client(RealmFile.merged(List.of(REALM)), "lecture-halls-web");

        RealmFile.fitWebClient(client, "http://halls.local");

        assertThat(client.path("redirectUris").toString()).isEqualTo("[\"http://halls.local/*\"]");
        assertThat(client.path("webOrigins").toString()).isEqualTo("[\"http://halls.local\"]");
        assertThat(client.path("attributes").path("pkce.code.challenge.method").asString())
                .isEqualTo("S256");
    }

    @Test
    void asksForHttpsUnlessThePlatformIsFoundWithout() {
        ObjectNode realm = RealmFile.merged(List.of(REALM));

        RealmFile.fitTransport(realm, "http://192.0.2.7:8180");
        assertThat(realm.path("sslRequired").asString()).isEqualTo("none");

        RealmFile.fitTransport(realm, "https://halls.example");
        assertThat(realm.path("sslRequired").asString()).isEqualTo("external");
    }

    @Test
    void saysWhichFileIsBroken() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");

        assertThatThrownBy(() -> RealmFile.merged(List.of(REALM, broken)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("broken.json");
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return array.valueStream();
    }
}
