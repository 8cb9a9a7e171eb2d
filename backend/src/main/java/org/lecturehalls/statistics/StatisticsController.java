package org.lecturehalls.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.regions.RegionCode;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/statistics")
@Tag(name = "statistics", description = "Figures by region, month, hall, lecturer, subject, format and audience")
class StatisticsController {

    /** Proxies between close what is silent for a minute. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    private final Statistics statistics;
    private final LiveFigures live;
    private final RollUps rollUps;

    StatisticsController(Statistics statistics, LiveFigures live, RollUps rollUps) {
        this.statistics = statistics;
        this.live = live;
        this.rollUps = rollUps;
    }

    @GetMapping("/summary")
    @Operation(
            summary = "The year in one sentence",
            description =
                    "Open halls and bases, teams and lecturers as of now; sessions held and people who came in the year.")
    Mono<Statistics.Sentence> summary(
            @Schema(type = "string", example = "4510") @RequestParam RegionCode region,
            @Schema(example = "2026") @RequestParam int year) {
        return statistics.sentence(region, year);
    }

    @GetMapping("/months")
    @Operation(summary = "Month by month")
    Mono<List<Statistics.Line>> months(
            @Schema(type = "string", example = "451022") @RequestParam(required = false) @Nullable RegionCode region,
            @Schema(example = "2026") @RequestParam int year,
            CurrentUser user) {
        return statistics.months(scope(region, user), year);
    }

    @GetMapping("/counties")
    @Operation(summary = "Counties ranked by attendances")
    Mono<List<Statistics.Line>> counties(
            @Schema(type = "string", example = "4510") @RequestParam(required = false) @Nullable RegionCode region,
            @Schema(example = "2026") @RequestParam int year,
            CurrentUser user) {
        return statistics.counties(scope(region, user), year);
    }

    @GetMapping("/breakdown")
    @Operation(summary = "By township, hall, lecturer, subject, format or audience")
    Mono<List<Statistics.Line>> breakdown(
            @Schema(type = "string", example = "451022") @RequestParam(required = false) @Nullable RegionCode region,
            @Schema(example = "2026") @RequestParam int year,
            @Schema(example = "FORMAT") @RequestParam Dimension by,
            CurrentUser user) {
        return statistics.breakdown(scope(region, user), year, by);
    }

    @GetMapping("/behind")
    @Operation(summary = "The sessions behind a number: of a county's month, all or of one heading")
    Mono<List<Contribution>> behind(
            @Schema(type = "string", example = "451022") @RequestParam RegionCode county,
            @Schema(type = "string", example = "2026-05") @RequestParam YearMonth month,
            @Schema(example = "FORMAT") @RequestParam(required = false) @Nullable Dimension by,
            @Schema(example = "STORY") @RequestParam(required = false) @Nullable String key,
            CurrentUser user) {
        var heading = by == null || key == null ? Cell.ALL : by.heading(key);
        return statistics.behind(scope(county, user), month.toString(), heading);
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "watchStatistics",
            summary = "The year's sentence live: `summary` at once and whenever it is another")
    Flux<ServerSentEvent<Statistics.Sentence>> events(
            @Schema(type = "string", example = "4510") @RequestParam(required = false) @Nullable RegionCode region,
            @Schema(example = "2026") @RequestParam int year,
            CurrentUser user) {
        Flux<ServerSentEvent<Statistics.Sentence>> alive = Flux.interval(KEEP_ALIVE)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<Statistics.Sentence>builder()
                        .comment("keep-alive")
                        .build());
        return live.watch(scope(region, user), year)
                .map(sentence ->
                        ServerSentEvent.builder(sentence).event("summary").build())
                .mergeWith(alive);
    }

    @PostMapping("/rebuild")
    @Operation(summary = "Count everything anew from the sessions")
    Mono<RollUps.Rebuilt> rebuild() {
        return rollUps.rebuild();
    }

    private static RegionCode scope(@Nullable RegionCode wanted, CurrentUser user) {
        var region = wanted == null ? user.region() : wanted;
        if (!user.mayActIn(region)) {
            throw new NotAllowedException("outside-region");
        }
        return region;
    }
}
