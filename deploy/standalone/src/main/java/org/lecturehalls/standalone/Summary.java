package org.lecturehalls.standalone;

import java.nio.file.Path;
import java.util.List;

/** What a person wants to know once everything runs: where to look, and whom to sign in as. */
final class Summary {

    private Summary() {}

    static String of(Options options, Outside outside, Connections connections, Path data) {
        StringBuilder text = new StringBuilder("\nReady.\n\n");
        line(text, "Open", connections.publicUrl());
        line(text, "API", connections.publicUrl() + "/docs");
        line(text, "Sign-in", identity(options, outside));
        line(text, "S3 storage", storage(options, outside));
        line(
                text,
                "MongoDB",
                outside.hasMongo()
                        ? "given from outside"
                        : "mongodb://127.0.0.1:" + options.mongoPort() + "/lecturehalls");
        line(
                text,
                "Broker",
                outside.hasBroker()
                        ? outside.get(Outside.BROKER_URL)
                        : "tcp://" + options.listenOn() + ":" + options.brokerPort());
        line(text, "Data", data.toString());
        line(text, "Logs", data.resolve("logs").toString());
        if (!outside.hasIdentity()) {
            demoUsers(text, data);
        }
        return text.append("\nCtrl-C stops everything.").toString();
    }

    private static String identity(Options options, Outside outside) {
        return outside.hasIdentity() ? outside.get(Outside.ISSUER_URI) : options.publicAddress(options.keycloakPort());
    }

    private static String storage(Options options, Outside outside) {
        return outside.hasStorage()
                ? outside.get(Outside.STORAGE_ENDPOINT)
                : options.publicAddress(options.storagePort());
    }

    private static void demoUsers(StringBuilder text, Path data) {
        text.append("\nDemo users, the password of all is local-demo-only:\n");
        List.of(
                        List.of("villager", "村民 villager"),
                        List.of("lecturer, lecturer2", "讲习员 lecturer"),
                        List.of("hall-manager", "讲习所管理员 hall manager"),
                        List.of("judge1, judge2, judge3", "评委 judge"),
                        List.of("county-judge", "评委 judge, of a county"),
                        List.of("publicity", "宣传部 publicity department, city"),
                        List.of("county-publicity", "宣传部 publicity department, county"),
                        List.of("admin", "系统管理员 administrator"))
                .forEach(user -> text.append(String.format("  %-24s %s%n", user.get(0), user.get(1))));
        text.append("Keycloak's own console: user admin, password in ")
                .append(data.resolve("secrets.properties"))
                .append('\n');
    }

    private static void line(StringBuilder text, String what, String where) {
        text.append(String.format("  %-12s %s%n", what, where));
    }
}
