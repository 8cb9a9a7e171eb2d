package org.lecturehalls.halls;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.Photo;
import org.lecturehalls.platform.Etags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/halls/{id}/photos")
@Tag(name = "Halls")
class HallPhotoController {

    private static final int MOST_PHOTOS = 12;

    private final HallPhotos photos;

    HallPhotoController(HallPhotos photos) {
        this.photos = photos;
    }

    @Schema(name = "HallPhotosInput")
    record Input(@NotNull @Size(max = MOST_PHOTOS) List<@Valid @NotNull PhotoInput> photos) {}

    @Schema(name = "HallPhotoInput")
    record PhotoInput(
            @Schema(example = "01kb2v9m3x8f7q5n2c4d6e8g0k", description = "A media asset of kind PHOTO")
            @NotBlank
            @Size(max = 40)
            String assetId,

            @Schema(example = "讲习所大门，门前有一棵榕树", description = "What can be seen, for those who cannot see it")
            @NotBlank
            @Size(max = 200)
            String alt) {}

    @Schema(name = "HallPhotos")
    record View(List<PhotoView> photos, long version) {

        static View of(HallPhotos.Shown shown) {
            List<PhotoView> views = shown.entries().stream()
                    .map(entry -> PhotoView.of(entry, shown.of(entry)))
                    .toList();
            return new View(views, shown.album().version());
        }
    }

    /** @param sizes smallest first; empty while the photo is being processed */
    @Schema(name = "HallPhoto")
    record PhotoView(String assetId, String alt, MediaState state, List<Photo.Size> sizes) {

        static PhotoView of(HallAlbum.Entry entry, Photo photo) {
            return new PhotoView(entry.assetId(), entry.alt(), photo.state(), photo.sizes());
        }
    }

    @GetMapping
    @Operation(summary = "The photos of a hall in up to three sizes, in the order in which they are shown")
    Mono<ResponseEntity<View>> hallPhotos(@PathVariable String id, @Nullable CurrentUser user) {
        return photos.of(id, new HallViewer(user)).map(HallPhotoController::answer);
    }

    @PutMapping
    @Operation(
            summary = "Choose the photos of a hall (officers of the region, and the hall's manager)",
            description = "The whole list in its order. A photo that is left out is deleted, unless a session's record"
                    + " shows it too. `If-Match` is `\"0\"` for a hall that never had photos.")
    @ApiResponse(responseCode = "200", description = "Saved")
    @ApiResponse(responseCode = "422", description = "`no-such-photo`: none, not yours, refused, or named twice")
    Mono<ResponseEntity<View>> putHallPhotos(
            @PathVariable String id,
            @Valid @RequestBody Input input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        List<HallAlbum.Entry> entries = input.photos().stream()
                .map(photo -> new HallAlbum.Entry(photo.assetId(), photo.alt().strip()))
                .toList();
        return photos.put(id, entries, Etags.required(ifMatch), user).map(HallPhotoController::answer);
    }

    private static ResponseEntity<View> answer(HallPhotos.Shown shown) {
        return ResponseEntity.ok().eTag(Etags.of(shown.album().version())).body(View.of(shown));
    }
}
