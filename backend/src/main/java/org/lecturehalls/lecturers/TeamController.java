package org.lecturehalls.lecturers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/teams")
@Tag(name = "Teams", description = "Teams of lecturers; the members are found with /lecturers?teamId=")
class TeamController {

    private final TeamRecords teams;
    private final Idempotency idempotency;

    TeamController(TeamRecords teams, Idempotency idempotency) {
        this.teams = teams;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(summary = "Add a team (officers, inside their region)")
    Mono<ResponseEntity<TeamView>> create(
            @Valid @RequestBody TeamInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return idempotency
                .once(user.id(), "teams", key, () -> teams.create(input, user).map(Team::id))
                .flatMap(teams::get)
                .map(team -> ResponseEntity.created(URI.create("/api/v1/teams/" + team.id()))
                        .eTag(Etags.of(team.version()))
                        .body(TeamView.of(team)));
    }

    @GetMapping
    @Operation(summary = "Find teams, in the order of their numbers")
    Mono<Page<TeamView>> list(
            @Parameter(description = "Part of the name or number", example = "山歌")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(example = "4510") @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return teams.list(q, region, false, PageQuery.of(after, limit)).map(page -> page.map(TeamView::of));
    }

    @GetMapping("/deleted")
    @Operation(summary = "Teams that were put away, inside the officer's region")
    Mono<Page<TeamView>> deleted(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return teams.list(null, user.region(), true, PageQuery.of(after, limit)).map(page -> page.map(TeamView::of));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One team")
    Mono<ResponseEntity<TeamView>> get(@PathVariable String id) {
        return teams.get(id).map(TeamController::answer);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a team; its leader must be a member")
    Mono<ResponseEntity<TeamView>> change(
            @PathVariable String id,
            @Valid @RequestBody TeamInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return teams.change(id, input, Etags.required(ifMatch), user).map(TeamController::answer);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Put away a team without members; it can be restored")
    Mono<ResponseEntity<Void>> delete(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return teams.delete(id, Etags.required(ifMatch), user)
                .thenReturn(ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Bring back a team that was put away")
    Mono<ResponseEntity<TeamView>> restore(@PathVariable String id, CurrentUser user) {
        return teams.restore(id, user).map(TeamController::answer);
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Who changed what and when, the latest first")
    Mono<Page<Revision>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return teams.history(id, PageQuery.of(after, limit), user);
    }

    private static ResponseEntity<TeamView> answer(Team team) {
        return ResponseEntity.ok().eTag(Etags.of(team.version())).body(TeamView.of(team));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TeamView(
            String id,
            @Schema(example = "T-451022-03") String number,
            @Schema(example = "田东县山歌讲习队") String name,
            @Schema(type = "string", example = "451022") RegionCode region,
            @Nullable String leaderId,
            @Nullable Instant deletedAt,
            long version) {

        static TeamView of(Team team) {
            return new TeamView(
                    team.id(),
                    team.number(),
                    team.name(),
                    team.region(),
                    team.leaderId(),
                    team.deletedAt(),
                    team.version());
        }
    }
}
