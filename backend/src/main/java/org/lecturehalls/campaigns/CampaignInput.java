package org.lecturehalls.campaigns;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.SessionFormat;

/** A campaign as officers describe it. */
record CampaignInput(
        @Schema(example = "乡村振兴千场讲习") @NotBlank @Size(max = 120)
        String title,

        @Schema(example = "全市一年讲满一千场") @Size(max = 2000) @Nullable
        String description,

        @Schema(type = "string", example = "4510") @NotNull RegionCode region,

        @Schema(example = "2026-03-01") @NotNull LocalDate from,

        @Schema(example = "2026-12-31", description = "Its last day") @NotNull
        LocalDate to,

        @Schema(example = "[\"farming-skills\"]") @Size(max = 20) @Nullable
        List<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String> subjects,

        @Size(max = 6) @Nullable List<@NotNull SessionFormat> formats,

        @Schema(example = "[\"乡村振兴\"]", description = "Of which one has to stand in the session's title")
        @Size(max = 20)
        @Nullable
        List<@NotBlank @Size(max = 40) String> topics,

        @Schema(description = "Whether a session counts only once its record is there; it is so unless said") @Nullable
        Boolean recordRequired,

        @Schema(example = "1000") @Positive @Nullable Integer sessions,

        @Schema(example = "60000") @Positive @Nullable Integer attendances,

        @Size(max = 200) @Nullable List<@Valid @NotNull County> counties) {

    private static final int LONGEST_YEARS = 3;
    private static final int COUNTY_DIGITS = 6;

    @Schema(name = "CampaignCountyTarget")
    record County(
            @Schema(type = "string", example = "451022") @NotNull
            RegionCode county,

            @Schema(example = "90") @Positive @Nullable Integer sessions,

            @Schema(example = "5400") @Positive @Nullable Integer attendances) {

        CountyTarget target() {
            return new CountyTarget(county, new CampaignTarget(sessions, attendances));
        }
    }

    /** @throws InvalidInputException naming each field that does not fit the others */
    void check() {
        var problems = new ArrayList<FieldProblem>();
        if (to.isBefore(from)) {
            problems.add(FieldProblem.of("to", "before-from"));
        }
        if (to.isAfter(from.plusYears(LONGEST_YEARS))) {
            problems.add(FieldProblem.of("to", "span-too-long"));
        }
        if (target().isMissing()) {
            problems.add(FieldProblem.of("sessions", "target-missing"));
        }
        checkCounties(problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private void checkCounties(List<FieldProblem> problems) {
        var seen = new HashSet<RegionCode>();
        var targets = countyTargets();
        for (var place = 0; place < targets.size(); place++) {
            var one = targets.get(place);
            var field = "counties[" + place + "].";
            var isCounty = one.county().value().length() == COUNTY_DIGITS;
            if (!isCounty || !region.contains(one.county()) || !seen.add(one.county())) {
                problems.add(FieldProblem.of(field + "county", "not-a-county-of-it"));
            }
            if (one.target().isMissing()) {
                problems.add(FieldProblem.of(field + "sessions", "target-missing"));
            }
        }
    }

    CampaignTarget target() {
        return new CampaignTarget(sessions, attendances);
    }

    List<CountyTarget> countyTargets() {
        return counties == null
                ? List.of()
                : counties.stream().map(County::target).toList();
    }

    CampaignRules rules(ZoneId zone) {
        return new CampaignRules(
                region,
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant(),
                subjects == null ? List.of() : subjects,
                formats == null ? List.of() : formats,
                topics == null ? List.of() : topics.stream().map(String::strip).toList(),
                recordRequired == null || recordRequired);
    }
}
