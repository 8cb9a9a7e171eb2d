package org.lecturehalls.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.divisions.RegionFields.RegionField;
import org.lecturehalls.exchange.RowOutcome;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
class CarryOverTest {

    private static int counties = 10;

    @Autowired
    private ApplicationContext parts;

    @Autowired
    private ReactiveMongoOperations mongo;

    @Autowired
    private RegionFields fields;

    @Autowired
    private WebTestClient client;

    private TestDivisions divisions;
    private String old;
    private String now;

    @BeforeEach
    void takeCountiesOfItsOwn() {
        divisions = new TestDivisions(parts);
        old = "4588" + counties++;
        now = "4588" + counties++;
        divisions.add(old, "田阳县");
        divisions.add(old + "101", "百育镇");
        divisions.add(old + "102", "撤销的乡");
        divisions.add(now, "田阳区");
        divisions.add(now + "101", "百育镇");
    }

    @Test
    void knowsTheFieldsOfAllRecords() {
        assertThat(fields.all())
                .extracting(RegionField::name)
                .contains(
                        "halls.region",
                        "lecturers.region",
                        "teams.region",
                        "cohorts.region",
                        "certificates.region",
                        "courses.region",
                        "sessions.plan.place.region",
                        "vehicles.region",
                        "contests.region",
                        "contests.entries.region",
                        "notices.audience.region",
                        "noticeSessions.lecturers.region",
                        "campaigns.rules.region",
                        "mediaAssets.review.regions",
                        "people.region")
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.startsWith("contests.result"));
    }

    @Test
    void carriesRecordsOverWithWhatLiesInside() {
        String hall = store("halls", new Document("region", old + "101"));
        String told = store(
                "noticeSessions",
                new Document("lecturers", List.of(new Document("region", old), new Document("region", "451022"))));
        String asked = store("mediaAssets", new Document("review", new Document("regions", List.of(old, "451022"))));

        assertThat(divisions.replace(old, now)).isEqualTo(RowOutcome.CREATED);
        divisions.carryOver();

        assertThat(take("halls", hall).get("region")).isEqualTo(now + "101");
        assertThat(take("noticeSessions", told).getList("lecturers", Document.class))
                .extracting(each -> each.get("region"))
                .containsExactly(now, "451022");
        assertThat(take("mediaAssets", asked).get("review", Document.class).getList("regions", String.class))
                .containsExactly(now, "451022");
        JsonNode found = body(Caller.visitor(client).get("/regions/" + old + "101"), 200);
        assertThat(found.get("code").asString()).isEqualTo(now + "101");
        JsonNode left = body(Caller.visitor(client).get("/regions/" + old + "102"), 200);
        assertThat(left.get("code").asString()).isEqualTo(old + "102");
    }

    @Test
    void findsWhatWasWrittenUnderTheOldCodeMeanwhile() {
        divisions.replace(old, now);
        String first = store("halls", new Document("region", old));
        divisions.carryOver();
        String late = store("halls", new Document("region", old));
        divisions.carryOver();

        assertThat(take("halls", first).get("region")).isEqualTo(now);
        assertThat(take("halls", late).get("region")).isEqualTo(now);
        assertThat(isCarried()).isFalse();
        divisions.carryOver();
        assertThat(isCarried()).isTrue();
        assertThat(divisions.replace(old, now)).isEqualTo(RowOutcome.SAME);
    }

    @Test
    void tellsWhichCodeADivisionTookThePlaceOf() {
        divisions.replace(old, now);
        Caller officer = Caller.of(client, "45", Role.PUBLICITY);

        JsonNode history = body(officer.get("/regions/" + old + "/history"), 200);

        assertThat(history.at("/items/0/authorName").asString()).isEqualTo("管理员");
        assertThat(history.at("/items/0/changes/0/before").asString()).isEqualTo(old);
        assertThat(history.at("/items/0/changes/0/after").asString()).isEqualTo(now);
        Caller.of(client, "4510", Role.PUBLICITY)
                .get("/regions/" + now + "/history")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void takesPeopleAlongWhoseAccountsSayTheOldCode() {
        Caller officer = Caller.of(client, old, Role.PUBLICITY);
        Caller below = Caller.of(client, old + "101", Role.PUBLICITY);
        divisions.replace(old, now);

        assertThat(body(officer.get("/me"), 200).get("region").asString()).isEqualTo(now);
        assertThat(body(below.get("/me"), 200).get("region").asString()).isEqualTo(now + "101");
        body(officer.get("/regions/" + now + "/history"), 200);
    }

    @Test
    void leavesTheScopeOfADivisionThatWentNowhere() {
        divisions.replace(old, now);
        Caller left = Caller.of(client, old + "102", Role.PUBLICITY);

        assertThat(body(left.get("/me"), 200).get("region").asString()).isEqualTo(old + "102");
    }

    private boolean isCarried() {
        return Boolean.TRUE.equals(
                mongo.findById(old, DivisionChange.class).block().carried());
    }

    private String store(String collection, Document document) {
        String id = Ids.next();
        return mongo.insert(new Document(document).append("_id", id).append("number", id), collection)
                .thenReturn(id)
                .block();
    }

    /** Reads it and takes it away again, since it is no whole record. */
    private Document take(String collection, String id) {
        Document found = mongo.findById(id, Document.class, collection).block();
        mongo.remove(found, collection).block();
        return found;
    }
}
