package org.lecturehalls.lecturers;

import java.util.EnumMap;
import java.util.Map;

/** Where lecturers come from. */
public enum LecturerCategory {
    LEADING_CADRE,
    EXPERT,
    GRASSROOTS_CADRE,
    /** The five kinds of elders (五老): cadres, soldiers, specialists, teachers and model workers who have retired. */
    FIVE_ELDERS,
    FARMING_EXPERT,
    FOLK_ARTIST;

    static final Map<LecturerCategory, String> LABELS = new EnumMap<>(Map.of(
            LEADING_CADRE, "领导干部",
            EXPERT, "专家学者",
            GRASSROOTS_CADRE, "基层干部",
            FIVE_ELDERS, "五老人员",
            FARMING_EXPERT, "农技能手",
            FOLK_ARTIST, "民间艺人"));
}
