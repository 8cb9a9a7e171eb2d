package org.lecturehalls.curricula;

import java.util.EnumMap;
import java.util.Map;

/** The form in which a course speaks to its audience. */
public enum CourseFormat {
    LECTURE,
    STORY,
    MOUNTAIN_SONG,
    LOCAL_OPERA,
    CLAPPER_TALK,
    SKIT;

    static final Map<CourseFormat, String> LABELS = new EnumMap<>(Map.of(
            LECTURE, "宣讲",
            STORY, "故事",
            MOUNTAIN_SONG, "山歌",
            LOCAL_OPERA, "地方戏剧",
            CLAPPER_TALK, "快板",
            SKIT, "小品"));
}
