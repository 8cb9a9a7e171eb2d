package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Plain files of videos, to be saved. Like all bytes they come from the store; the way there is asked for each time. */
@RestController
class OfflineFileController {

    /** Of RFC 9530: the checksum of the whole file, whatever range of it is read. */
    private static final String REPR_DIGEST = "Repr-Digest";

    private final OfflineReading offline;

    OfflineFileController(OfflineReading offline) {
        this.offline = offline;
    }

    @GetMapping("/api/v1/playback/{assetId}/files/{name:[0-9a-f]{16}\\.(?:mp4|m4a)}")
    @Operation(
            operationId = "downloadOfflineFile",
            summary = "A video, or its sound, as a file to be saved",
            description = "Sends on to the store, which answers ranges (206), gives an ETag and names the file by the"
                    + " title. The address is that of this very version, so that a copy can go on where it broke off;"
                    + " when there is another version, it is 404.")
    @ApiResponse(responseCode = "200", description = "The whole file, from the store")
    @ApiResponse(responseCode = "206", description = "The wanted range of it, from the store")
    @ApiResponse(responseCode = "302", description = "Where the store has it; `Repr-Digest` is its checksum")
    Mono<ResponseEntity<Void>> download(
            @PathVariable String assetId,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String token) {
        return offline.download(assetId, name, token).map(OfflineFileController::sendOn);
    }

    private static ResponseEntity<Void> sendOn(OfflineReading.Download download) {
        byte[] digest = HexFormat.of().parseHex(download.file().sha256());
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(download.address())
                .cacheControl(CacheControl.noStore())
                .header(REPR_DIGEST, "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
                .build();
    }
}
