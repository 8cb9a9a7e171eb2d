package org.lecturehalls.lecturers;

import java.util.EnumMap;
import java.util.Map;

/** Languages people lecture in. */
enum SpokenLanguage {
    MANDARIN,
    ZHUANG,
    YAO,
    /** A local dialect of Chinese, such as Guiliu or Cantonese. */
    DIALECT;

    static final Map<SpokenLanguage, String> LABELS =
            new EnumMap<>(Map.of(MANDARIN, "普通话", ZHUANG, "壮语", YAO, "瑶语", DIALECT, "本地方言"));
}
