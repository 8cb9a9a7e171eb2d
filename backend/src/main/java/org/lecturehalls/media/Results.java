package org.lecturehalls.media;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.Product.Rung;
import org.lecturehalls.media.Product.Sound;
import org.lecturehalls.media.contract.DocumentReady;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.FilmPictures.Strip;
import org.lecturehalls.media.contract.PhotoReady;
import org.lecturehalls.media.contract.PhotoReady.PhotoSize;
import org.lecturehalls.media.contract.SoundTrack;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.media.contract.VideoReady.AudioTrack;
import org.lecturehalls.media.contract.VideoReady.Rendition;
import org.lecturehalls.media.contract.VideoReady.Segment;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;

/** From a worker's result to what is kept of it. A result that contradicts itself is not kept. */
final class Results {

    private static final int MOST_PHOTO_SIZES = 10;

    private Results() {}

    /** What is wrong with a result; null when nothing is. */
    static @Nullable String problemOf(VideoReady answer, @Nullable String prefix) {
        List<SegmentedFile> files = files(answer);
        List<String> keys =
                new ArrayList<>(files.stream().map(SegmentedFile::key).toList());
        if (answer.posterKey() != null) {
            keys.add(answer.posterKey());
        }
        if (files.isEmpty() || !(answer.durationSeconds() > 0)) {
            return "The worker's result has nothing to play";
        }
        if (files.stream().anyMatch(file -> file.initBytes() <= 0)) {
            return "The worker's result cannot be initialised";
        }
        String problem = problemOf(files, keys, prefix);
        FilmPictures pictures = answer.pictures();
        String ofPictures =
                problem != null || pictures == null ? problem : problemOf(pictures, answer.posterKey(), prefix);
        return ofPictures == null ? problemOf(answer.soundTracks()) : ofPictures;
    }

    /** What is wrong with a list of sounds; null when nothing is. */
    static @Nullable String problemOf(@Nullable List<SoundTrack> tracks) {
        return tracks == null
                        || tracks.size() <= SoundTrack.MOST && tracks.stream().allMatch(Results::isSensible)
                ? null
                : "The worker's sounds contradict themselves";
    }

    private static boolean isSensible(SoundTrack track) {
        return track.index() >= 0
                && isShort(track.title(), SoundTrack.MOST_TITLE)
                && isShort(track.language(), SoundTrack.MOST_LANGUAGE);
    }

    private static boolean isShort(@Nullable String text, int most) {
        return text == null || text.codePointCount(0, text.length()) <= most;
    }

    /** The same for files that may do without an initialisation section. */
    static @Nullable String problemOf(List<SegmentedFile> files, List<String> keys, @Nullable String prefix) {
        if (!allUnder(prefix, keys)) {
            return "The worker's result is not where it should be";
        }
        return files.stream().allMatch(Results::isWhole) ? null : "The worker's result has gaps between its segments";
    }

    static @Nullable String problemOf(FilmPictures pictures, @Nullable String poster, @Nullable String prefix) {
        Strip strip = pictures.strip();
        boolean chosen = poster != null && pictures.posterKeys().contains(poster);
        if (!chosen || pictures.posterKeys().size() > FilmPictures.MOST_POSTERS || strip != null && !isWhole(strip)) {
            return "The worker's pictures contradict themselves";
        }
        Stream<String> sheets = strip == null ? Stream.of() : strip.sheetKeys().stream();
        return allUnder(
                        prefix,
                        Stream.concat(pictures.posterKeys().stream(), sheets).toList())
                ? null
                : "The worker's pictures are not where they should be";
    }

    private static boolean isWhole(Strip strip) {
        long room = (long) strip.sheetKeys().size() * strip.columns() * strip.rows();
        return strip.columns() > 0
                && strip.rows() > 0
                && strip.width() > 0
                && strip.height() > 0
                && strip.secondsApart() > 0
                && strip.sheetKeys().size() <= FilmPictures.MOST_SHEETS
                && strip.tiles() > 0
                && strip.tiles() <= Math.min(room, FilmPictures.MOST_TILES);
    }

    static @Nullable String problemOf(DocumentReady answer, @Nullable String prefix) {
        Stream<String> keys = Stream.concat(
                Stream.of(answer.pdfKey(), answer.blindPdfKey(), answer.textKey()), answer.pageImageKeys().stream());
        if (answer.pages() < 1) {
            return "The worker's result has no pages";
        }
        return allUnder(prefix, keys.toList()) ? null : "The worker's result is not where it should be";
    }

    private static boolean allUnder(@Nullable String prefix, List<String> keys) {
        return prefix != null && keys.stream().allMatch(key -> key.startsWith(prefix) && !key.contains(".."));
    }

    private static boolean isWhole(SegmentedFile file) {
        long expected = file.segments().isEmpty() ? -1 : file.segments().get(0).offset();
        if (expected < file.initBytes()) {
            return false;
        }
        for (Segment segment : file.segments()) {
            if (segment.offset() != expected || segment.length() <= 0 || !(segment.seconds() > 0)) {
                return false;
            }
            expected += segment.length();
        }
        return expected <= file.bytes();
    }

    private static List<SegmentedFile> files(VideoReady answer) {
        Stream<SegmentedFile> sound = Stream.ofNullable(answer.audio()).map(AudioTrack::file);
        return Stream.concat(answer.video().stream().map(Rendition::file), sound)
                .toList();
    }

    static List<Track> tracksOf(String assetId, VideoReady answer) {
        Stream<Track> rungs =
                answer.video().stream().map(rung -> Track.of(assetId, answer.token(), rung.name(), rung.file()));
        Stream<Track> sound = Stream.ofNullable(answer.audio())
                .map(audio -> Track.of(assetId, answer.token(), Track.SOUND, audio.file()));
        return Stream.concat(rungs, sound).toList();
    }

    static Product productOf(VideoReady answer) {
        AudioTrack audio = answer.audio();
        return new Product(
                answer.video().stream().map(Results::rungOf).toList(),
                audio == null ? null : soundOf(audio),
                answer.durationSeconds(),
                answer.posterKey(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                answer.bytes(),
                answer.pictures(),
                answer.notes() == null ? null : Advice.of(Stream.of(answer.notes()), answer.durationSeconds()),
                answer.soundTracks(),
                null);
    }

    private static Rung rungOf(Rendition rung) {
        return new Rung(
                rung.name(),
                rung.width(),
                rung.height(),
                rung.frameRate(),
                rung.averageBitrate(),
                rung.peakBitrate(),
                rung.codecs(),
                rung.quality());
    }

    private static Sound soundOf(AudioTrack audio) {
        return new Sound(audio.averageBitrate(), audio.peakBitrate(), audio.codecs(), audio.channels());
    }

    static Product productOf(DocumentReady answer) {
        return new Product(
                List.of(),
                null,
                null,
                null,
                answer.pages(),
                answer.pdfKey(),
                answer.blindPdfKey(),
                answer.textKey(),
                List.copyOf(answer.pageImageKeys()),
                null,
                answer.bytes(),
                null,
                null,
                null,
                null);
    }

    static @Nullable String problemOf(PhotoReady answer, @Nullable String prefix) {
        List<PhotoSize> sizes = answer.sizes();
        boolean sensible = !sizes.isEmpty()
                && sizes.size() <= MOST_PHOTO_SIZES
                && sizes.stream().allMatch(size -> size.width() > 0 && size.height() > 0);
        if (!sensible) {
            return "The worker's result has no pictures";
        }
        return allUnder(prefix, sizes.stream().map(PhotoSize::key).toList())
                ? null
                : "The worker's result is not where it should be";
    }

    static Product productOf(PhotoReady answer) {
        return new Product(
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.copyOf(answer.sizes()),
                answer.bytes(),
                null,
                null,
                null,
                null);
    }
}
