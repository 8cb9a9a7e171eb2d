package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.lecturehalls.competitions.ContestInput.CriterionInput;

/** A ready-made rubric, to be taken as it is or changed. */
@Schema(name = "RubricTemplate")
record RubricTemplate(
        @Schema(example = "LECTURE_VIDEO") String id,
        @Schema(example = "讲习视频大赛") String name,
        List<CriterionInput> rubric) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Each has 100 points in all. */
    static final List<RubricTemplate> ALL = List.of(
            new RubricTemplate(
                    "LECTURE_VIDEO",
                    "讲习视频大赛",
                    List.of(
                            line("content", "内容准确", 30, "观点正确，事实可靠，贴近群众关心的事"),
                            line("delivery", "讲解生动", 30, "用群众的话讲，举身边的例子，听得懂、记得住"),
                            line("language", "语言表达", 15, "口齿清楚，方言或双语运用得当"),
                            line("production", "制作质量", 15, "画面稳定，声音清楚，字幕正确"),
                            line("effect", "宣传效果", 10, "适合在讲习所播放，能引起讨论"))),
            new RubricTemplate(
                    "LESSON_PLAN",
                    "讲习教案大赛",
                    List.of(
                            line("goals", "目标明确", 20, "讲给谁听、解决什么问题写得清楚"),
                            line("content", "内容充实", 25, "政策依据准确，案例来自本地"),
                            line("design", "过程设计", 25, "环节完整，时间合理，有互动"),
                            line("originality", "原创程度", 20, "有自己的见解和材料"),
                            line("format", "格式规范", 10, "文字通顺，附件齐全"))),
            new RubricTemplate(
                    "OUTSTANDING_LECTURER",
                    "优秀基层讲习员评比",
                    List.of(
                            line("sessions", "讲习场次与覆盖", 30, "场次、听众人数、到过的讲习所"),
                            line("quality", "讲习质量", 30, "听众评分与现场反馈"),
                            line("response", "响应群众点单", 20, "完成的点单与及时程度"),
                            line("growth", "学习与带动", 20, "参加培训、带新人、参赛情况"))));

    private static CriterionInput line(String id, String name, int max, String description) {
        return new CriterionInput(
                id, name, BigDecimal.ONE, BigDecimal.valueOf(max), HALF, BigDecimal.ZERO, description);
    }
}
