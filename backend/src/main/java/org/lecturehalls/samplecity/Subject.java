package org.lecturehalls.samplecity;

import java.util.List;

/** What people lecture on. */
enum Subject {
    THEORY_AND_POLICY("theory-and-policy", "理论政策", List.of("党的创新理论进农家", "惠农政策明白账", "民族团结一家亲", "换届选举讲清楚")),
    REVOLUTIONARY_TRADITION("revolutionary-tradition", "革命传统", List.of("百色起义的故事", "红七军在右江", "老区精神代代传", "烈士家书")),
    HISTORY("history", "历史", List.of("句町古国", "茶马古道上的百色", "右江壮乡的来历", "土司与歌圩")),
    FARMING_SKILLS("farming-skills", "农业技术", List.of("芒果疏花疏果", "桑蚕小蚕共育", "油茶低产林改造", "秋冬菜病虫防治", "沃柑黄龙病防控")),
    LAW("law", "法律", List.of("民法典里的邻里事", "土地承包怎么签", "防骗反诈", "外出务工维权")),
    HEALTH("health", "健康", List.of("高血压的一日三餐", "急救四分钟", "口腔健康", "农忙腰腿痛")),
    CULTURE("culture", "文化", List.of("靖西壮锦", "北路壮剧", "嘹歌传唱", "田东排歌", "隆林苗绣"));

    private final String key;
    private final String label;
    private final List<String> topics;

    Subject(String key, String label, List<String> topics) {
        this.key = key;
        this.label = label;
        this.topics = topics;
    }

    /** As sessions name it. */
    String key() {
        return key;
    }

    /** As people read it. */
    String label() {
        return label;
    }

    List<String> topics() {
        return topics;
    }

    static Subject nth(int number) {
        return values()[number % values().length];
    }
}
