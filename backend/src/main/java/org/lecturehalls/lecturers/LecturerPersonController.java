package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is kept about a lecturer as a person: seen, taken along, forgotten. */
@RestController
@RequestMapping("/api/v1/lecturers/{id}")
@Tag(name = "Lecturers")
class LecturerPersonController {

    private final LecturerRecords lecturers;

    LecturerPersonController(LecturerRecords lecturers) {
        this.lecturers = lecturers;
    }

    @GetMapping("/personal-data")
    @Operation(summary = "Everything kept about a lecturer (the lecturer, and officers of the region)")
    Mono<PersonalData> personalData(@PathVariable String id, CurrentUser user) {
        LecturerViewer viewer = new LecturerViewer(user);
        return lecturers
                .get(id, viewer)
                .filter(viewer::seesAllOf)
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(lecturer -> lecturers
                        .historyOf(lecturer)
                        .map(history -> new PersonalData(
                                LecturerView.of(lecturer, viewer), lecturers.phone(lecturer), history)));
    }

    @DeleteMapping("/personal-data")
    @Operation(summary = "Forget who a lecturer was, past versions included; can't be undone (officers)")
    Mono<ResponseEntity<Void>> erase(@PathVariable String id, CurrentUser user) {
        return lecturers.erase(id, user).thenReturn(ResponseEntity.noContent().build());
    }

    @GetMapping("/history")
    @Operation(summary = "Who changed what and when, the latest first")
    Mono<Page<Revision>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return lecturers.history(id, PageQuery.of(after, limit), user);
    }
}
