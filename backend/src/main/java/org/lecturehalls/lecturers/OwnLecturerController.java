package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Lecturers")
class OwnLecturerController {

    private final LecturerRecords lecturers;

    OwnLecturerController(LecturerRecords lecturers) {
        this.lecturers = lecturers;
    }

    @GetMapping("/api/v1/me/lecturer")
    @Operation(operationId = "getOwnLecturer", summary = "One's own record as a lecturer, with all that is kept in it")
    @ApiResponse(responseCode = "404", description = "No lecturer's record names this account")
    Mono<ResponseEntity<LecturerView>> own(CurrentUser user) {
        return lecturers
                .own(user)
                .map(lecturer -> ResponseEntity.ok()
                        .eTag(Etags.of(lecturer.version()))
                        .body(LecturerView.of(lecturer, new LecturerViewer(user))));
    }
}
