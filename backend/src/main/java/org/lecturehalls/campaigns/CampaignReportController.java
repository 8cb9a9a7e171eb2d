package org.lecturehalls.campaigns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.exchange.Spreadsheet;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/campaigns/{id}")
@Tag(name = "campaigns")
class CampaignReportController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COUNTY_HEADER = List.of("区划代码", "目标场次", "目标人次", "已完成场次", "已完成人次", "待交记录场次");
    private static final List<String> SESSION_HEADER = List.of("讲习标识", "题目", "区划代码", "讲习所", "开始时间", "人次", "已计入");

    private final Campaigns campaigns;
    private final CampaignProgress progress;
    private final CampaignRecount recount;
    private final CampaignSettings settings;

    CampaignReportController(
            Campaigns campaigns, CampaignProgress progress, CampaignRecount recount, CampaignSettings settings) {
        this.campaigns = campaigns;
        this.progress = progress;
        this.recount = recount;
        this.settings = settings;
    }

    @Schema(name = "CampaignSession")
    record SessionView(
            String sessionId,
            String title,
            String region,
            String hallName,
            Instant startsAt,
            int attendances,
            boolean counts) {

        static SessionView of(CountedSession session) {
            return new SessionView(
                    session.sessionId(),
                    session.title(),
                    session.region().value(),
                    session.hallName(),
                    session.startsAt(),
                    session.attendances(),
                    !session.awaitsRecord());
        }
    }

    @GetMapping("/progress")
    @Operation(summary = "How far it has come: in all, and each county of one's region beside its part")
    Mono<CampaignProgress.Progress> progress(@PathVariable String id, CurrentUser user) {
        return progress.of(id, user);
    }

    @GetMapping("/sessions")
    @Operation(summary = "The sessions behind the figures, county by county; without a region, of one's own")
    Mono<Page<SessionView>> sessions(
            @PathVariable String id,
            @Schema(type = "string", example = "451022") @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return progress.sessions(id, scope(region, user), PageQuery.of(after, limit), user)
                .map(page -> page.map(SessionView::of));
    }

    @PostMapping("/recount")
    @Operation(summary = "Count it anew from the sessions; that gives the same figures unless one was wrong")
    Mono<CampaignProgress.Progress> recount(@PathVariable String id, CurrentUser user) {
        return campaigns.own(id, user).flatMap(recount::recount).then(Mono.defer(() -> progress.of(id, user)));
    }

    @GetMapping("/export")
    @Operation(summary = "The counties' figures as a spreadsheet")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(
            @PathVariable String id, @RequestParam(defaultValue = "XLSX") Spreadsheet format, CurrentUser user) {
        return progress.of(id, user).map(found -> format.answer("campaign-" + id, COUNTY_HEADER, rows(found)));
    }

    @GetMapping("/sessions/export")
    @Operation(summary = "The sessions behind the figures as a spreadsheet")
    Mono<ResponseEntity<Flux<DataBuffer>>> exportSessions(
            @PathVariable String id,
            @Schema(type = "string", example = "451022") @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(defaultValue = "XLSX") Spreadsheet format,
            CurrentUser user) {
        var wanted = scope(region, user);
        return campaigns
                .get(id, user)
                .map(campaign -> format.answer(
                        "campaign-" + id + "-sessions",
                        SESSION_HEADER,
                        progress.allSessions(campaign, wanted).map(this::row)));
    }

    private static Flux<List<String>> rows(CampaignProgress.Progress progress) {
        var counties = progress.counties().stream().map(line -> row(line.county(), line.target(), line.figures()));
        var whole = Stream.of(row("合计", progress.target(), progress.figures()));
        return Flux.fromStream(() -> Stream.concat(counties, whole));
    }

    private static List<String> row(String name, @Nullable CampaignTarget target, CampaignFigures figures) {
        return List.of(
                name,
                target == null ? "" : text(target.sessions()),
                target == null ? "" : text(target.attendances()),
                Long.toString(figures.sessions()),
                Long.toString(figures.attendances()),
                Long.toString(figures.awaitingRecord()));
    }

    private List<String> row(CountedSession session) {
        return List.of(
                session.sessionId(),
                session.title(),
                session.region().value(),
                session.hallName(),
                TIME.format(session.startsAt().atZone(settings.zone())),
                Integer.toString(session.attendances()),
                session.awaitsRecord() ? "否" : "是");
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static RegionCode scope(@Nullable RegionCode wanted, CurrentUser user) {
        var region = wanted == null ? user.region() : wanted;
        if (!user.mayActIn(region)) {
            throw new NotAllowedException("outside-region");
        }
        return region;
    }
}
