package org.lecturehalls.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.standalone.part.StartFailure;

/** Reads the options of {@code deploy/up.sh}. */
final class OptionsParser {

    private static final Set<String> KNOWN = Set.of(
            "--home",
            "--data",
            "--host",
            "--port",
            "--s3-port",
            "--keycloak-port",
            "--mongo-port",
            "--broker-port",
            "--workers");

    /** These stand for themselves. */
    private static final Set<String> SWITCHES = Set.of("--sample-city");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final int LARGEST_PORT = 65_535;
    private static final int MOST_WORKERS = 32;

    private final Map<String, String> given;

    private OptionsParser(Map<String, String> given) {
        this.given = given;
    }

    static Options parse(List<String> arguments) {
        OptionsParser parser = new OptionsParser(pairs(arguments));
        Path home = Path.of(parser.given.getOrDefault("--home", "."))
                .toAbsolutePath()
                .normalize();
        String data = parser.given.get("--data");
        return new Options(
                home,
                data == null
                        ? home.resolve("deploy/.data")
                        : Path.of(data).toAbsolutePath().normalize(),
                parser.host(),
                parser.port("--port", 8080),
                parser.port("--s3-port", 9000),
                parser.port("--keycloak-port", 8180),
                parser.port("--mongo-port", 27017),
                parser.port("--broker-port", 61616),
                parser.number("--workers", 1, 0, MOST_WORKERS),
                parser.given.containsKey("--sample-city"));
    }

    private static Map<String, String> pairs(List<String> arguments) {
        Map<String, String> pairs = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (SWITCHES.contains(name)) {
                pairs.put(name, "");
                continue;
            }
            if (!KNOWN.contains(name)) {
                throw new StartFailure("Unknown option " + name + ". Options are described by deploy/up.sh --help.");
            }
            if (!rest.hasNext()) {
                throw new StartFailure("The option " + name + " needs a value.");
            }
            pairs.put(name, rest.next());
        }
        return pairs;
    }

    private @Nullable String host() {
        String host = given.get("--host");
        if (host != null && !HOST.matcher(host).matches()) {
            throw new StartFailure("--host takes a name or an IPv4 address without port or path, not '" + host + "'.");
        }
        return host;
    }

    private int port(String option, int otherwise) {
        return number(option, otherwise, 1, LARGEST_PORT);
    }

    private int number(String option, int otherwise, int least, int most) {
        String value = given.get(option);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is too large.
        }
        throw new StartFailure(option + " takes a number from " + least + " to " + most + ", not '" + value + "'.");
    }
}
