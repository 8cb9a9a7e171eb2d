package org.lecturehalls.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.Audience;
import org.lecturehalls.sessions.SessionFacts;
import org.lecturehalls.sessions.SessionFormat;

class CampaignCellTest {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final CampaignRules RULES = new CampaignRules(
            new RegionCode("4510"),
            Instant.parse("2026-02-28T16:00:00Z"),
            Instant.parse("2026-04-30T16:00:00Z"),
            List.of("farming-skills"),
            List.of(),
            List.of("芒果"),
            true);

    @Property
    void figuresKeptByEventsAreThoseOfARecount(@ForAll("histories") List<SessionFacts> history) {
        Map<CountyMonth, CampaignCell> kept = new LinkedHashMap<>();
        Map<String, SessionFacts> last = new LinkedHashMap<>();
        for (var facts : history) {
            var former = last.put(facts.sessionId(), facts);
            var place = CountyMonth.of(facts, CITY);
            if (former != null && !CountyMonth.of(former, CITY).equals(place)) {
                kept.computeIfPresent(CountyMonth.of(former, CITY), (key, cell) -> cell.remove(facts.sessionId()));
            }
            var cell = kept.getOrDefault(place, CampaignCell.empty("c", place));
            kept.put(place, CampaignCounting.counted(cell, facts, RULES));
        }

        assertThat(said(kept.values().stream().toList())).isEqualTo(said(recounted(last)));
    }

    @Property
    void aRepeatedEventChangesNothing(@ForAll("histories") List<SessionFacts> history) {
        for (var facts : history) {
            var empty = CampaignCell.empty("c", CountyMonth.of(facts, CITY));
            var once = CampaignCounting.counted(empty, facts, RULES);

            assertThat(CampaignCounting.counted(once, facts, RULES)).isSameAs(once);
        }
    }

    private static List<CampaignCell> recounted(Map<String, SessionFacts> last) {
        return last.values().stream()
                .collect(Collectors.groupingBy(facts -> CountyMonth.of(facts, CITY)))
                .entrySet()
                .stream()
                .map(each -> CampaignRecount.fresh(CampaignCell.empty("c", each.getKey()), each.getValue(), RULES))
                .toList();
    }

    private static Map<String, List<Object>> said(List<CampaignCell> cells) {
        var said = new TreeMap<String, List<Object>>();
        cells.stream()
                .filter(cell -> !cell.sessions().isEmpty())
                .forEach(cell -> said.put(cell.place(), List.of(cell.sessions(), cell.figures())));
        return said;
    }

    @Provide
    Arbitrary<List<SessionFacts>> histories() {
        var sessions = Arbitraries.of("s1", "s2", "s3");
        var regions = Arbitraries.of("451022101", "451023", "4511");
        var starts = Arbitraries.of(
                "2026-02-28T15:59:59Z", "2026-02-28T16:00:00Z", "2026-03-31T16:00:00Z", "2026-04-30T16:00:00Z");
        var subjects = Arbitraries.of("farming-skills", "history");
        var titles = Arbitraries.of("芒果疏花", "甘蔗");
        var people = Arbitraries.integers().between(0, 300);
        var flags = Arbitraries.of(0, 1, 2, 3);
        return Combinators.combine(sessions, regions, starts, subjects, titles, people, flags)
                .as(CampaignCellTest::facts)
                .list()
                .ofMaxSize(30);
    }

    private static SessionFacts facts(
            String id, String region, String start, String subject, String title, int people, int flags) {
        return new SessionFacts(
                id,
                flags > 0,
                title,
                Instant.parse(start),
                new RegionCode(region),
                "hall",
                "讲习所",
                List.of("lecturer"),
                subject,
                SessionFormat.LECTURE,
                Audience.VILLAGERS,
                people,
                flags > 1,
                0,
                0);
    }
}
