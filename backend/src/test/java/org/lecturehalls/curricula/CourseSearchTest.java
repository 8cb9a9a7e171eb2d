package org.lecturehalls.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.curricula.Course.Description;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class CourseSearchTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    private WebTestClient client;

    @Autowired
    private CourseStore store;

    @Autowired
    private CourseSounds sounds;

    @Autowired
    private ReactiveMongoOperations mongo;

    private Caller visitor;
    private String language;

    /** A language of its own keeps this test's courses apart from all others. */
    @BeforeEach
    void ownLanguage() {
        visitor = Caller.visitor(client);
        language = "zh-" + Ids.next().substring(18);
    }

    @Test
    void findsAWordInsideATitleWrittenOrTyped() {
        String course = publish("百色山歌课", null, null);
        publish("银行与法律", null, null);

        for (String typed : List.of("山歌", "shange", "sg", "shan", "SHANGE", "shan ge", "bssgk")) {
            assertThat(found("&q=" + typed)).as(typed).containsExactly(course);
        }
        assertThat(found("&q=hange")).isEmpty();
        assertThat(found("&q=yinhang")).hasSize(1);
        assertThat(found("&q=zzz")).isEmpty();
    }

    @Test
    void findsCoursesThatWereStoredBeforeSoundsWereKept() {
        String course = publish("右江红旗", null, null);
        mongo.updateFirst(
                        Query.query(where("_id").is(course)),
                        new Update().unset("pinyin"),
                        mongo.getCollectionName(Course.class))
                .block();
        assertThat(found("&q=hq")).isEmpty();

        sounds.addMissing().block();

        assertThat(found("&q=hongqi")).containsExactly(course);
    }

    @Test
    void narrowsByWhatACourseIsAboutAndForWhom() {
        String farming = publish("种芒果", "farming-skills", CourseAudience.VILLAGERS);
        String law = publish("学法律", "law", CourseAudience.CADRES);

        assertThat(found("&subject=law")).containsExactly(law);
        assertThat(found("&audience=VILLAGERS")).containsExactly(farming);
        assertThat(found("&audience=VILLAGERS&subject=law")).isEmpty();
        assertThat(found("&format=SKIT")).containsExactlyInAnyOrder(farming, law);
    }

    @Test
    void findsOneAmongThousands() {
        List<Course> many = IntStream.range(0, 2500)
                .mapToObj(i -> course("乡村振兴第" + i + "讲", null, null))
                .toList();
        mongo.insert(many, Course.class).blockLast();
        String course = publish("百色山歌课", null, null);

        assertThat(found("&q=shange")).containsExactly(course);
        assertThat(found("&q=山歌")).containsExactly(course);
        assertThat(found("&q=xczx&limit=100")).hasSize(100);
    }

    private List<String> found(String query) {
        JsonNode items =
                body(visitor.get("/courses?language=" + language + query), 200).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("id").asString())
                .toList();
    }

    private String publish(String title, String subject, CourseAudience audience) {
        return store.insert(course(title, subject, audience)).block().id();
    }

    private Course course(String title, String subject, CourseAudience audience) {
        CurrentUser owner = new CurrentUser("o", "n", Set.of(Role.LECTURER), new RegionCode("4510"));
        Description description =
                new Description(title, "s", CourseFormat.SKIT, language, subject, audience, List.of());
        return Course.draft(Ids.next(), description, owner, MONDAY).published(MONDAY);
    }
}
