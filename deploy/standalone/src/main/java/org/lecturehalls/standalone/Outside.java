package org.lecturehalls.standalone;

import java.util.List;
import java.util.Map;
import org.lecturehalls.standalone.part.StartFailure;

/**
 * Parts that are not embedded, because the environment names others. The backend and the workers read the same variables, which
 * they inherit.
 */
record Outside(Map<String, String> environment) {

    static final String MONGO_URI = "SPRING_MONGODB_URI";
    static final String STORAGE_ENDPOINT = "LECTUREHALLS_STORAGE_ENDPOINT";
    static final String STORAGE_ACCESS_KEY = "LECTUREHALLS_STORAGE_ACCESSKEY";
    static final String STORAGE_SECRET_KEY = "LECTUREHALLS_STORAGE_SECRETKEY";
    static final String BROKER_URL = "SPRING_ARTEMIS_BROKERURL";
    static final String ISSUER_URI = "LECTUREHALLS_IDENTITY_ISSUERURI";

    /** All variables by which an outside store and broker are described. */
    static final List<String> WORKER_VARIABLES = List.of(
            STORAGE_ENDPOINT,
            "LECTUREHALLS_STORAGE_PUBLICENDPOINT",
            "LECTUREHALLS_STORAGE_REGION",
            "LECTUREHALLS_STORAGE_BUCKET",
            STORAGE_ACCESS_KEY,
            STORAGE_SECRET_KEY,
            BROKER_URL,
            "SPRING_ARTEMIS_USER",
            "SPRING_ARTEMIS_PASSWORD");

    Outside {
        environment = Map.copyOf(environment);
        if (given(environment, STORAGE_ENDPOINT)
                && !(given(environment, STORAGE_ACCESS_KEY) && given(environment, STORAGE_SECRET_KEY))) {
            throw new StartFailure(STORAGE_ENDPOINT + " is set, so " + STORAGE_ACCESS_KEY + " and " + STORAGE_SECRET_KEY
                    + " must be set too.");
        }
    }

    boolean hasMongo() {
        return given(environment, MONGO_URI);
    }

    boolean hasStorage() {
        return given(environment, STORAGE_ENDPOINT);
    }

    boolean hasBroker() {
        return given(environment, BROKER_URL);
    }

    boolean hasIdentity() {
        return given(environment, ISSUER_URI);
    }

    String get(String variable) {
        return environment.getOrDefault(variable, "");
    }

    /** The environment may hold secrets. */
    @Override
    public String toString() {
        return "Outside[]";
    }

    private static boolean given(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
