package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Training")
class OwnTrainingController {

    private final OwnTraining training;

    OwnTrainingController(OwnTraining training) {
        this.training = training;
    }

    @Schema(name = "OwnTrainings")
    record OwnTrainings(List<OwnTrainingView> items) {}

    @GetMapping("/api/v1/me/trainings")
    @Operation(
            operationId = "listOwnTrainings",
            summary = "The cohorts one is or was in as a lecturer, the latest first",
            description = "A result is told once its cohort is closed. Empty for whoever is no lecturer.")
    Mono<OwnTrainings> own(CurrentUser user) {
        return training.of(user).map(OwnTrainings::new);
    }
}
