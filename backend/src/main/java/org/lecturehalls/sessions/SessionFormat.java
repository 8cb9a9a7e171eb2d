package org.lecturehalls.sessions;

/** How a lecture is given. */
public enum SessionFormat {
    LECTURE,
    STORY,
    /** 山歌. */
    MOUNTAIN_SONG,
    /** 地方戏剧. */
    LOCAL_OPERA,
    /** 快板. */
    CLAPPER_TALK,
    /** 小品. */
    SKIT
}
