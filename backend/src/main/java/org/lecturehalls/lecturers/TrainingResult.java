package org.lecturehalls.lecturers;

import java.util.EnumMap;
import java.util.Map;

/** What a trainee came out with. */
enum TrainingResult {
    PASSED,
    FAILED;

    static final Map<TrainingResult, String> LABELS = new EnumMap<>(Map.of(PASSED, "合格", FAILED, "不合格"));
}
