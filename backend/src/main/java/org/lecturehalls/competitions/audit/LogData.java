package org.lecturehalls.competitions.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Typed looks into the data of a record; each fails with {@link IllegalArgumentException} naming what is not there. */
record LogData(Map<?, ?> map) {

    static LogData of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new LogData(map);
        }
        throw new IllegalArgumentException("there should be an object");
    }

    boolean has(String key) {
        return map.get(key) != null;
    }

    String text(String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("there should be a text \"" + key + "\"");
    }

    int number(String key) {
        if (map.get(key) instanceof Number number) {
            return Math.toIntExact(number.longValue());
        }
        throw new IllegalArgumentException("there should be a number \"" + key + "\"");
    }

    List<LogData> objects(String key) {
        return list(key).stream().map(LogData::of).toList();
    }

    List<String> texts(String key) {
        return list(key).stream().map(String.class::cast).toList();
    }

    LogData object(String key) {
        return of(map.get(key));
    }

    private List<?> list(String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("there should be a list \"" + key + "\"");
    }
}
