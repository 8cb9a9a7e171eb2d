package org.lecturehalls.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One record of each kind in a county, so that being inside or outside of it makes a difference. */
final class AccessRecords {

    static final String COUNTY = "451022";

    /** Where nothing of it is. */
    static final String ELSEWHERE = "451031";

    /** Sent with every request, so that none fails for want of it. */
    private static final String PARAMETERS = "?region=" + COUNTY + "&county=" + COUNTY
            + "&year=2026&month=2026-05&by=FORMAT&courseId=none&list=halls&fileName=a.csv";

    /** With its own expression, if it has one, which may have braces in it. */
    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    /** The longest beginning of a path tells which record its first variable names. */
    private final Map<String, String> ids = new LinkedHashMap<>();

    private final Caller officer;

    AccessRecords(WebTestClient client) {
        this.officer = Caller.of(client, COUNTY, Role.PUBLICITY);
        ids.put("/api/v1/regions/", COUNTY);
        ids.put("/api/v1/exports/", "halls");
        String hall = create("/halls", """
                {"number":"A-%s","name":"门禁讲习所","type":"HALL","state":"OPEN","region":"451022","address":"",
                 "latitude":23.6,"longitude":107.1,"capacity":80}""".formatted(number()));
        String lecturer = create("/lecturers", """
                {"number":"A-%s","name":"黄门","region":"451022","categories":["EXPERT"]}""".formatted(number()));
        create("/teams", """
                {"number":"A-%s","name":"门禁讲习队","region":"451022"}""".formatted(number()));
        String session = session(hall, lecturer);
        create("/sessions", session);
        create("/series", """
                {"session":%s,"rule":{"rhythm":"DAILY","every":1,"count":1}}""".formatted(session.replace("T01:", "T05:").replace("T02:", "T06:")));
        create("/courses", """
                {"title":"门禁课","summary":"","format":"LECTURE","language":"zh"}""");
    }

    private static String session(String hall, String lecturer) {
        Instant start = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(40))
                .plus(Duration.ofHours(1));
        return """
                {"title":"门禁","hallId":"%s","lecturerIds":["%s"],"subject":"culture","format":"STORY","audience":"VILLAGERS",
                 "expectedAudience":10,"startsAt":"%s","endsAt":"%s"}""".formatted(hall, lecturer, start, start.plus(Duration.ofHours(1)));
    }

    private String create(String path, String json) {
        String id = Caller.body(officer.post(path, json), 201).get("id").asString();
        ids.put("/api/v1" + path + "/", id);
        return id;
    }

    private static String number() {
        return Ids.next().substring(10);
    }

    /** The path with ids in it: of the county's records, or of nothing where there is no such record. */
    String address(String method, String pattern) {
        // This one cannot be undone and asks for no version.
        boolean forgets = method.equals("DELETE") && pattern.endsWith("/personal-data");
        return fill(forgets ? pattern.replace("{id}", "none") : pattern) + PARAMETERS;
    }

    private String fill(String pattern) {
        String filled = ids.entrySet().stream()
                .filter(each -> pattern.startsWith(each.getKey() + "{"))
                .findFirst()
                .map(each -> pattern.replaceFirst("\\{[^}]*}", each.getValue()))
                .orElse(pattern);
        return VARIABLE.matcher(filled.replace("{day}", "2026-05-04")).replaceAll("none");
    }
}
