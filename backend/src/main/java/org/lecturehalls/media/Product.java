package org.lecturehalls.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.PhotoReady.PhotoSize;
import org.lecturehalls.media.contract.PictureQuality;
import org.lecturehalls.media.contract.SoundTrack;

/**
 * What the job made of an asset's source.
 *
 * @param rungs of a video, smallest first; empty for an audio lesson and for a document
 * @param sound of a video or audio lesson; null when there is none
 * @param durationSeconds of a video or audio lesson
 * @param pages of a document
 * @param posterKey the picture that stands for a video or audio lesson: the one that was chosen of those to choose from
 * @param photo its sizes, smallest first; null when it is not a photo
 * @param bytes sum of all stored objects
 * @param pictures of a video: posters to choose from and the strip; null when it is none, or was made before there were any
 * @param advice of a video or audio lesson; null for other kinds, and when it was made before there was any
 * @param soundTracks the sounds that the file carries, in its order; null when it is no video or audio lesson, or was made before
 *     they were listed
 * @param offline plain files of a video; null while nobody has asked for them
 */
record Product(
        List<Rung> rungs,
        @Nullable Sound sound,
        @Nullable Double durationSeconds,
        @Nullable String posterKey,
        @Nullable Integer pages,
        @Nullable String pdfKey,
        @Nullable String blindPdfKey,
        @Nullable String textKey,
        List<String> pageImageKeys,
        @Nullable List<PhotoSize> photo,
        long bytes,
        @Nullable FilmPictures pictures,
        @Nullable Advice advice,
        @Nullable List<SoundTrack> soundTracks,
        @Nullable Packed offline) {

    /** The same, with the picture that stands for another encoding of the same source. */
    Product showingAs(Product other) {
        if (pictures == null || other.pictures() == null) {
            return this;
        }
        int chosen = other.pictures().posterKeys().indexOf(other.posterKey());
        List<String> posters = pictures.posterKeys();
        boolean same =
                chosen >= 0 && posters.size() == other.pictures().posterKeys().size();
        return !same
                ? this
                : new Product(
                        rungs,
                        sound,
                        durationSeconds,
                        posters.get(chosen),
                        pages,
                        pdfKey,
                        blindPdfKey,
                        textKey,
                        pageImageKeys,
                        photo,
                        bytes,
                        pictures,
                        advice,
                        soundTracks,
                        offline);
    }

    /** The one of its sounds that has a number. */
    Optional<SoundTrack> soundTrack(int index) {
        return Stream.ofNullable(soundTracks)
                .flatMap(List::stream)
                .filter(each -> each.index() == index)
                .findFirst();
    }

    /** Everything that is stored, with what was made on demand. */
    long storedBytes() {
        return bytes + (offline == null ? 0 : offline.bytes());
    }

    /** The objects that it names; the tracks of a video name more. */
    Stream<String> keys() {
        Stream<String> single =
                Stream.of(posterKey, pdfKey, blindPdfKey, textKey).flatMap(Stream::ofNullable);
        Stream<String> sizes = photo == null ? Stream.empty() : photo.stream().map(PhotoSize::key);
        Stream<String> plain = offline == null ? Stream.empty() : offline.keys();
        return Stream.of(single, pageImageKeys.stream(), sizes, pictureKeys(), plain)
                .flatMap(each -> each)
                .distinct();
    }

    private Stream<String> pictureKeys() {
        if (pictures == null) {
            return Stream.empty();
        }
        Stream<String> sheets = pictures.strip() == null ? Stream.empty() : pictures.strip().sheetKeys().stream();
        return Stream.concat(pictures.posterKeys().stream(), sheets);
    }

    /**
     * One rendition of the picture; bitrates in bit/s, the peak is that of the largest segment.
     *
     * @param quality of chunks their mean, with the lowest rate factor; null when it is not known
     */
    record Rung(
            String name,
            int width,
            int height,
            double frameRate,
            long averageBitrate,
            long peakBitrate,
            String codecs,
            @Nullable PictureQuality quality) {}

    /** The sound, one for all renditions; bitrates in bit/s. */
    record Sound(long averageBitrate, long peakBitrate, String codecs, int channels) {}
}
