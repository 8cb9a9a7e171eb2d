package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Operations")
class StorageController {

    private final StorageReport report;
    private final StorageLedger ledger;

    StorageController(StorageReport report, StorageLedger ledger) {
        this.report = report;
        this.ledger = ledger;
    }

    @GetMapping("/me/storage")
    @Operation(summary = "What my files take up, and how much I may keep")
    Mono<StorageViews.OwnUse> getOwnStorage(CurrentUser user) {
        return report.own(user);
    }

    @GetMapping("/operations/storage")
    @Operation(summary = "What all files of the officer's region take up")
    Mono<StorageViews.RegionUse> getStorage(CurrentUser user) {
        return report.all(user);
    }

    @GetMapping("/operations/storage/uploaders")
    @Operation(summary = "What each uploader's files take up, the most first")
    Mono<Page<StorageViews.UploaderLine>> listUploaderStorage(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return report.uploaders(user, PageQuery.of(after, limit));
    }

    @GetMapping("/operations/storage/halls")
    @Operation(summary = "What the files of each hall's people take up, the most first")
    Mono<Page<StorageViews.HallUse>> listHallStorage(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return report.halls(user, PageQuery.of(after, limit));
    }

    @PostMapping("/operations/storage/rebuild")
    @Operation(summary = "Work all accounts out anew, as it is done every night")
    Mono<StorageViews.Rebuilt> rebuildStorage() {
        return ledger.rebuild().map(StorageViews.Rebuilt::new);
    }
}
