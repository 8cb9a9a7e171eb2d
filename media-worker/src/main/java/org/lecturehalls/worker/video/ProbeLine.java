package org.lecturehalls.worker.video;

import java.util.HashMap;
import java.util.Map;

/** One line of ffprobe's compact writer: {@code section|key=value|key=value}. */
final class ProbeLine {

    private static final String NOTHING = "N/A";

    private final String section;
    private final Map<String, String> values = new HashMap<>();

    ProbeLine(String line) {
        String[] fields = line.split("\\|");
        section = fields.length > 0 ? fields[0] : "";
        for (String field : fields) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                values.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
    }

    boolean is(String name) {
        return section.equals(name);
    }

    /** Empty when not given or not known. */
    String text(String key) {
        String value = values.getOrDefault(key, "");
        return value.equals(NOTHING) || value.equals("unknown") ? "" : value;
    }

    /** 0 when not given. */
    int number(String key) {
        String value = text(key);
        return value.isEmpty()
                ? 0
                : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Long.parseLong(value)));
    }

    /** 0 when not given. */
    double seconds(String key) {
        String value = text(key);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    boolean flag(String key) {
        return number(key) != 0;
    }

    /** A ratio such as {@code 4:3}; 1 when not given or absurd. */
    double ratio(String key) {
        String[] parts = text(key).split(":");
        if (parts.length != 2) {
            return 1;
        }
        double ratio = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        return ratio >= 0.2 && ratio <= 5 ? ratio : 1;
    }
}
