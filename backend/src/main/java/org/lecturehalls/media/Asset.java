package org.lecturehalls.media;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A media asset with its job and what was made of it, all in one document.
 *
 * @param id also the id of its upload and of its job
 * @param revision grows with each change that people can see
 * @param sourceBytes size of what was uploaded
 * @param product null until it is ready
 * @param shared while many workers share its video
 * @param whole true when the video turned out not to be cut
 * @param sound what is heard in a video or audio; null for other kinds, and in records from before there was a choice
 * @param replaces the asset whose content it is to take the place of, until it has
 * @param partOf the asset that has taken over its content; it is nobody's own then
 * @param content where its content is; null while that is its own
 * @param soundTrack which of the file's sounds is heard, from 0; null for the usual one
 * @param fullHd true when a picture of 1080 lines was asked for
 * @param sourceOf under whose id what was uploaded is kept; null when under that of its content
 * @param review what officers say of it before it replaces what they have published; null when nobody has to be asked
 * @param sourceGoneAt when what was uploaded was dropped because its time was over
 * @param garbage objects to remove
 * @param deletedAt set when the owner deleted it; the document goes when its objects are gone
 */
@Document("mediaAssets")
@CompoundIndex(name = "byOwner", def = "{'ownerId': 1, '_id': -1}")
@CompoundIndex(name = "byJob", def = "{'job.state': 1, 'job.leaseUntil': 1}")
@CompoundIndex(name = "byRegion", def = "{'region': 1, '_id': -1}")
@CompoundIndex(name = "byState", def = "{'job.state': 1, '_id': -1}")
@CompoundIndex(name = "byDeath", def = "{'job.deadSince': 1, '_id': -1}", sparse = true)
@CompoundIndex(name = "byGarbage", def = "{'garbage.notBefore': 1}", sparse = true)
record Asset(
        @Id String id,
        long revision,
        String ownerId,
        RegionCode region,
        MediaKind kind,
        String fileName,
        String contentType,
        long sourceBytes,
        Instant createdAt,
        MediaState state,
        boolean published,
        Job job,
        @Nullable Product product,
        List<Garbage> garbage,
        @Nullable Instant deletedAt,
        @Nullable SharedVideo shared,
        @Nullable Boolean whole,
        @Nullable SoundChoice sound,
        @Nullable Instant sourceGoneAt,
        @Indexed(unique = true, sparse = true) @Nullable String replaces,
        @Nullable String partOf,
        @Nullable Content content,
        @Nullable Integer soundTrack,
        @Nullable Boolean fullHd,
        @Indexed(sparse = true) @Nullable String sourceOf,
        @Nullable ReplacementReview review) {

    /** The asset that was uploaded in the place of this one, and the token of its attempt. */
    record Content(String assetId, long token) {}

    static Asset of(Upload upload, Instant now) {
        return new Asset(
                upload.id(),
                0,
                upload.ownerId(),
                upload.region(),
                upload.kind(),
                upload.fileName(),
                upload.contentType(),
                upload.size(),
                now,
                MediaState.PROCESSING,
                false,
                Job.queued(),
                null,
                List.of(),
                null,
                null,
                null,
                upload.sound(),
                null,
                upload.replaces(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What takes the place of this one as soon as the same source is encoded in another way. */
    Asset encodedAgain(String newId, SoundChoice newSound, @Nullable Integer newTrack, boolean inFullHd, Instant now) {
        return new Asset(
                newId,
                0,
                ownerId,
                region,
                kind,
                fileName,
                contentType,
                sourceBytes,
                now,
                MediaState.PROCESSING,
                false,
                Job.queued(),
                null,
                List.of(),
                null,
                null,
                whole,
                newSound,
                null,
                id,
                null,
                null,
                newTrack,
                inFullHd ? true : null,
                sourceHolder(),
                null);
    }

    /** The same without taking the place of another. */
    Asset onItsOwn() {
        return new Asset(
                id,
                revision,
                ownerId,
                region,
                kind,
                fileName,
                contentType,
                sourceBytes,
                createdAt,
                state,
                published,
                job,
                product,
                garbage,
                deletedAt,
                shared,
                whole,
                sound,
                sourceGoneAt,
                null,
                partOf,
                content,
                soundTrack,
                fullHd,
                sourceOf,
                null);
    }

    /** Whether it encodes another asset's source once more, and has none itself. */
    boolean isSecondEncoding() {
        return sourceOf != null && content == null;
    }

    /** How the sound of a video or audio is treated. */
    SoundChoice treatment() {
        return sound == null ? SoundChoice.SPEECH : sound;
    }

    boolean isInFullHd() {
        return Boolean.TRUE.equals(fullHd);
    }

    /** Whether it lets people see and hear the same as another does, only made in another way. */
    boolean saysTheSameAs(Asset other) {
        return sourceHolder().equals(other.sourceHolder()) && Objects.equals(soundTrack, other.soundTrack());
    }

    /** Under whose id what was uploaded is kept. */
    String sourceHolder() {
        return sourceOf == null ? contentId() : sourceOf;
    }

    String sourceKey() {
        return Upload.keyOf(sourceHolder());
    }

    /** Whose objects and tracks are its content. */
    String contentId() {
        return content == null ? id : content.assetId();
    }

    long contentToken() {
        return content == null ? job.token() : content.token();
    }

    /** Whether what was uploaded is still in the store. A photo's goes when the photo is ready, since it may tell a place. */
    boolean hasSource() {
        boolean photo = kind == MediaKind.PHOTO && state == MediaState.READY;
        return sourceGoneAt == null && partOf == null && state != MediaState.REFUSED && !photo;
    }

    /**
     * How long a video or audio lesson is.
     *
     * @throws InvalidInputException with the given code when it is neither
     * @throws ConflictException when it is not ready
     */
    double seconds(String otherwise) {
        if (kind != MediaKind.VIDEO) {
            throw new InvalidInputException(otherwise);
        }
        Double seconds = product == null ? null : product.durationSeconds();
        if (seconds == null) {
            throw new ConflictException("media-not-ready");
        }
        return seconds;
    }

    /** Whether workers share its video, each with parts of it, and none has the whole job. */
    boolean isShared() {
        return shared != null && job.state() == JobState.RUNNING && shared.token() == job.token();
    }

    /** Whether a job that runs is with a worker that was heard of lately, or with many. */
    boolean isInGoodHands(Instant now) {
        return isShared() || job.isAlive(now);
    }

    /** Under which all attempts store. */
    String outputs() {
        return outputsOf(id);
    }

    static String outputsOf(String id) {
        return "media/" + id + "/";
    }

    /** Under which what was uploaded is. */
    String sources() {
        return sourcesOf(id);
    }

    static String sourcesOf(String id) {
        return "uploads/" + id + "/";
    }

    MediaAsset asPublicFace() {
        return new MediaAsset(
                id,
                kind,
                ownerId,
                region,
                state,
                fileName,
                product == null ? null : product.durationSeconds(),
                product == null ? null : product.pages(),
                product == null
                        ? List.of()
                        : product.rungs().stream().map(Product.Rung::name).toList(),
                published);
    }
}
