package org.lecturehalls.standalone.keycloak;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.lecturehalls.standalone.part.StartFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The few calls of Keycloak's admin API that the launcher needs. */
final class KeycloakAdmin {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    KeycloakAdmin(String address, String clientId, String secret) throws IOException, InterruptedException {
        this.address = address;
        this.token = signIn(clientId, secret);
    }

    boolean hasRealm(String realm) throws IOException, InterruptedException {
        return send(request("/admin/realms/" + realm).GET()).statusCode() == HttpURLConnection.HTTP_OK;
    }

    /** Creates the realm with all that the file says, in one transaction. */
    void createRealm(ObjectNode realm) throws IOException, InterruptedException {
        expect(HttpURLConnection.HTTP_CREATED, send(request("/admin/realms").POST(body(realm))));
    }

    /** Changes what is given and leaves the rest as it is. */
    void updateRealm(String realm, ObjectNode changes) throws IOException, InterruptedException {
        expect(
                HttpURLConnection.HTTP_NO_CONTENT,
                send(request("/admin/realms/" + realm).PUT(body(changes))));
    }

    ObjectNode client(String realm, String clientId) throws IOException, InterruptedException {
        HttpResponse<String> answer = expect(
                HttpURLConnection.HTTP_OK,
                send(request("/admin/realms/" + realm + "/clients?clientId=" + encoded(clientId))
                        .GET()));
        if (JSON.readTree(answer.body()).path(0) instanceof ObjectNode client) {
            return client;
        }
        throw new StartFailure("Keycloak's realm " + realm + " has no client " + clientId);
    }

    void updateClient(String realm, ObjectNode client) throws IOException, InterruptedException {
        String id = client.path("id").asString();
        expect(
                HttpURLConnection.HTTP_NO_CONTENT,
                send(request("/admin/realms/" + realm + "/clients/" + id).PUT(body(client))));
    }

    private String signIn(String clientId, String secret) throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret=" + encoded(secret);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new StartFailure("Keycloak does not know the secret in secrets.properties any more (it answered "
                    + answer.statusCode() + "). Remove the keycloak folder of the data folder to begin anew.");
        }
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new StartFailure("Keycloak answered " + answer.statusCode() + " to "
                    + answer.request().uri().getPath() + ": " + answer.body());
        }
        return answer;
    }

    private static HttpRequest.BodyPublisher body(JsonNode json) {
        return HttpRequest.BodyPublishers.ofString(json.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
