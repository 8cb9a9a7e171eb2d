package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.UploadCompletion.PartTag;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/uploads")
class UploadController {

    private static final int MOST_URLS = 10;

    private final Uploads uploads;
    private final UploadCompletion completion;
    private final UploadEnd end;

    UploadController(Uploads uploads, UploadCompletion completion, UploadEnd end) {
        this.uploads = uploads;
        this.completion = completion;
        this.end = end;
    }

    record NewUpload(
            @NotBlank @Size(max = 1000) String fileName,
            @NotNull @PositiveOrZero Long size,
            @Nullable @Size(max = 255) String contentType,
            @NotNull MediaKind kind,
            @Nullable SoundChoice sound,

            @Schema(description = "Id of one's own video or document whose content the file is to take the place of")
            @Nullable
            @Size(max = 64)
            String replaces) {}

    record WantedParts(
            @NotNull @Size(min = 1, max = MOST_URLS) List<@NotNull Integer> partNumbers) {}

    record PartUrls(List<Uploads.PartUrl> urls) {}

    record ArrivedParts(@NotNull @Size(max = 10_000) List<@Valid @NotNull ArrivedPart> parts) {}

    record ArrivedPart(
            @NotNull Integer number,
            @NotNull @Size(max = 200) String etag) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<UploadView>> openUpload(
            CurrentUser user,
            @Valid @RequestBody NewUpload body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Uploads.NewFile file = new Uploads.NewFile(
                body.fileName(), body.size(), body.contentType(), body.kind(), body.sound(), body.replaces());
        return uploads.open(user, file, key)
                .map(view -> ResponseEntity.created(URI.create("/api/v1/uploads/" + view.id()))
                        .body(view));
    }

    @GetMapping
    Mono<Page<UploadView>> listUploads(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return uploads.openOnes(user, PageQuery.of(after, limit));
    }

    @GetMapping("/{id}")
    Mono<UploadView> getUpload(CurrentUser user, @PathVariable String id) {
        return uploads.get(user, id);
    }

    @PostMapping("/{id}/part-urls")
    Mono<PartUrls> signParts(CurrentUser user, @PathVariable String id, @Valid @RequestBody WantedParts body) {
        return uploads.partUrls(user, id, body.partNumbers()).map(PartUrls::new);
    }

    @PostMapping("/{id}/complete")
    Mono<UploadView> completeUpload(CurrentUser user, @PathVariable String id, @Valid @RequestBody ArrivedParts body) {
        List<PartTag> parts = body.parts().stream()
                .map(part -> new PartTag(part.number(), part.etag()))
                .toList();
        return completion.complete(user, id, parts);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> abortUpload(CurrentUser user, @PathVariable String id) {
        return end.abort(user, id);
    }
}
