package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class SimilarityApiTest {

    private static final String TEMPLATE = "教学目标请讲习员结合本地实际填写本栏内容要求条理清楚语言通俗";
    private static final String COPIED = "春耕时节下了三天的雨村里的老人说这样的年景要早做准备不能等水来了才想起修渠";
    private static final String OTHER = "合作医疗报销要带身份证和发票先到镇上的窗口登记再回村里等电话通知就可以了";
    private static final String THIRD = "讲文明树新风从厨房和院坝做起垃圾分类不难难的是天天坚持家家户户都要动起来";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    @Test
    void showsOfficersWhatPlansOfThisAndFormerContestsShare() {
        Caller officer = Caller.of(client, "451022", Role.PUBLICITY);
        String former = open(officer);
        String old = enter(former, TEMPLATE + COPIED + OTHER);
        String path = open(officer);
        String copy = enter(path, TEMPLATE + THIRD + COPIED);
        String own = enter(path, TEMPLATE + "自己写的内容和别人的完全不一样讲的是本村三十年来修路架桥通电的故事");

        JsonNode pairs = body(officer.get(path + "/similar-entries"), 200).get("pairs");
        assertThat(pairs).hasSize(1);
        assertThat(pairs.at("/0/entryId").asString()).isEqualTo(copy);
        assertThat(pairs.at("/0/otherEntryId").asString()).isEqualTo(old);
        assertThat(pairs.at("/0/share").asDouble()).isBetween(0.4, 0.6);

        JsonNode shared = body(officer.get(path + "/entries/" + copy + "/similar-entries/" + old), 200);
        assertThat(shared.at("/passages/0/text").asString()).isEqualTo(COPIED);
        assertThat(shared.at("/passages/0/otherText").asString()).isEqualTo(COPIED);
        assertThat(body(officer.get(path + "/entries/" + own + "/similar-entries/" + old), 200)
                        .get("passages"))
                .isEmpty();
        officer.get(path + "/entries/" + own + "/similar-entries/none")
                .expectStatus()
                .isNotFound();
        Caller.of(client, "451023", Role.PUBLICITY)
                .get(path + "/similar-entries")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void showsOfficersWhichVideosShareFootage() {
        ContestStage former =
                new ContestStage(client, media, clock).drafted().opened(1).entered(1);
        ContestStage stage =
                new ContestStage(client, media, clock).drafted().opened(1).entered(2);
        long[] frames = new Random(3).longs(60).toArray();
        film(former, 0, frames);
        film(stage, 0, Arrays.copyOfRange(frames, 20, 50));
        film(stage, 1, new Random(4).longs(60).toArray());

        JsonNode pairs =
                body(stage.officer.get(stage.path + "/similar-entries"), 200).get("pairs");
        assertThat(pairs).hasSize(1);
        assertThat(pairs.at("/0/entryId").asString()).isEqualTo(stage.entries.get(0));
        assertThat(pairs.at("/0/otherEntryId").asString()).isEqualTo(former.entries.get(0));
        assertThat(pairs.at("/0/share").asDouble()).isEqualTo(1);
        assertThat(pairs.at("/0/footage/seconds").asInt()).isEqualTo(60);
        assertThat(pairs.at("/0/footage/startsAt").asInt()).isZero();
        assertThat(pairs.at("/0/footage/otherStartsAt").asInt()).isEqualTo(40);
    }

    private void film(ContestStage stage, int entry, long[] frames) {
        JsonNode items = body(stage.officer.get(stage.path + "/entries"), 200).get("items");
        media.film(items.at("/" + entry + "/mediaAssetId").asString(), frames);
    }

    private String open(Caller officer) {
        String plan = ContestStage.plan(clock, "{\"method\":\"MEAN\"}")
                .replace("LECTURE_VIDEO", "LESSON_PLAN")
                .replaceFirst("\\}$", ",\"terms\":{\"template\":\"" + TEMPLATE + "\"}}");
        String path = "/contests/"
                + body(officer.post("/contests", plan), 201).get("id").asString();
        body(officer.post(path + "/open"), 200);
        return path;
    }

    private String enter(String path, String text) {
        Caller lecturer = Caller.of(client, "451022", Role.LECTURER);
        String asset = media.add(lecturer.id(), MediaKind.DOCUMENT, MediaState.READY);
        media.write(asset, text);
        return body(lecturer.post(path + "/entries", ContestStage.entry("教案", asset)), 201)
                .get("id")
                .asString();
    }
}
