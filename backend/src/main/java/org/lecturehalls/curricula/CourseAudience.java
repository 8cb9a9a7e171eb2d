package org.lecturehalls.curricula;

import java.util.EnumMap;
import java.util.Map;

/** For whom a course is meant; the same as for sessions. */
enum CourseAudience {
    EVERYBODY,
    VILLAGERS,
    CADRES,
    WORKERS,
    STUDENTS,
    ELDERS;

    static final Map<CourseAudience, String> LABELS = new EnumMap<>(Map.of(
            EVERYBODY, "所有人",
            VILLAGERS, "村民",
            CADRES, "干部",
            WORKERS, "职工",
            STUDENTS, "学生",
            ELDERS, "老年人"));
}
