package org.lecturehalls.campaigns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "campaigns", description = "A number of sessions aimed at, and how far each county has come")
class CampaignController {

    private final Campaigns campaigns;
    private final CampaignStore store;
    private final CampaignSettings settings;

    CampaignController(Campaigns campaigns, CampaignStore store, CampaignSettings settings) {
        this.campaigns = campaigns;
        this.store = store;
        this.settings = settings;
    }

    @GetMapping
    @Operation(summary = "Campaigns of one's region and those that take it in, the latest first")
    Mono<Page<CampaignView>> list(
            @RequestParam(required = false) @Nullable CampaignState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return store.seenBy(user, state, PageQuery.of(after, limit)).map(page -> page.map(this::view));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One campaign")
    Mono<ResponseEntity<CampaignView>> get(@PathVariable String id, CurrentUser user) {
        return campaigns.get(id, user).map(this::answer);
    }

    @PostMapping
    @Operation(summary = "Draft a campaign (officers, inside their region)")
    @ApiResponse(responseCode = "201", description = "Drafted")
    Mono<ResponseEntity<CampaignView>> create(
            @Valid @RequestBody CampaignInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return campaigns
                .create(input, key, user)
                .map(campaign -> ResponseEntity.created(URI.create("/api/v1/campaigns/" + campaign.id()))
                        .eTag(Etags.of(campaign.version()))
                        .body(view(campaign)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a campaign that has not ended; a running one is counted anew")
    Mono<ResponseEntity<CampaignView>> change(
            @PathVariable String id,
            @Valid @RequestBody CampaignInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return campaigns.change(id, input, Etags.required(ifMatch), user).map(this::answer);
    }

    @PostMapping("/{id}/start")
    @Operation(summary = "Let a draft run; sessions of its period count, also those held before")
    @ApiResponse(responseCode = "409", description = "`campaign-started`")
    Mono<ResponseEntity<CampaignView>> start(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return campaigns.start(id, Etags.required(ifMatch), user).map(this::answer);
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "End a campaign; its figures stand")
    @ApiResponse(responseCode = "409", description = "`campaign-not-running`, `campaign-ended`")
    Mono<ResponseEntity<CampaignView>> end(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return campaigns.end(id, Etags.required(ifMatch), user).map(this::answer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw a draft away")
    Mono<Void> discard(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return campaigns.discard(id, Etags.required(ifMatch), user);
    }

    private ResponseEntity<CampaignView> answer(Campaign campaign) {
        return ResponseEntity.ok().eTag(Etags.of(campaign.version())).body(view(campaign));
    }

    private CampaignView view(Campaign campaign) {
        return CampaignView.of(campaign, settings.zone());
    }
}
