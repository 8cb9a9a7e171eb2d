package org.lecturehalls.standalone.keycloak;

import java.nio.file.Path;
import java.util.List;
import org.lecturehalls.standalone.part.StartFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a realm and merges others into it: objects key by key, lists one after the other. */
final class RealmFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RealmFile() {}

    static ObjectNode merged(List<Path> files) {
        ObjectNode realm = JSON.createObjectNode();
        for (Path file : files) {
            merge(realm, read(file));
        }
        return realm;
    }

    /** Lets people be sent back to the app at this address only. */
    static void fitWebClient(ObjectNode client, String appAddress) {
        client.putArray("redirectUris").add(appAddress + "/*");
        client.putArray("webOrigins").add(appAddress);
        client.put("rootUrl", appAddress);
        client.put("baseUrl", appAddress + "/");
    }

    /**
     * Says whether browsers must come by HTTPS. Keycloak turns plain connections away that do not come from a private network;
     * whoever gave the platform a plain address to be found at has decided otherwise.
     */
    static void fitTransport(ObjectNode realm, String publicAddress) {
        realm.put("sslRequired", publicAddress.startsWith("https:") ? "external" : "none");
    }

    static ObjectNode client(ObjectNode realm, String clientId) {
        for (JsonNode client : realm.path("clients")) {
            if (client instanceof ObjectNode found
                    && clientId.equals(found.path("clientId").asString())) {
                return found;
            }
        }
        throw new StartFailure("The realm file has no client " + clientId);
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (JacksonException | ClassCastException e) {
            throw new StartFailure("The realm file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(entry -> {
            JsonNode present = into.get(entry.getKey());
            if (present instanceof ObjectNode object && entry.getValue() instanceof ObjectNode added) {
                merge(object, added);
            } else if (present instanceof ArrayNode array && entry.getValue() instanceof ArrayNode added) {
                array.addAll(added);
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }
}
