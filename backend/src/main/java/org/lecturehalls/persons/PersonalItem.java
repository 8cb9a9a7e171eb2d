package org.lecturehalls.persons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * One thing that is kept about a person.
 *
 * @param kind where it stands
 * @param fields what it says
 */
public record PersonalItem(
        @Schema(example = "attendanceSheets.entries.person") String kind,

        @Schema(example = "{\"name\":\"韦秀兰\",\"at\":\"2026-05-03T01:12:44Z\"}")
        Map<String, String> fields) {}
