package org.lecturehalls.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.Product.Rung;
import org.lecturehalls.media.Product.Sound;
import org.lecturehalls.media.contract.ChunkReady;
import org.lecturehalls.media.contract.ChunkReady.ChunkRung;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.PartKind;
import org.lecturehalls.media.contract.PictureQuality;
import org.lecturehalls.media.contract.SoundReady;
import org.lecturehalls.media.contract.VideoPlan;
import org.lecturehalls.media.contract.VideoPlan.PlannedRung;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;

/** What there is of a video while its parts are still being made: everything from its start to the first part missing. */
final class GrowingTracks {

    /** Of ffmpeg's own encoder, for sound that is not finished. */
    private static final String AAC = "mp4a.40.2";

    private static final long SOUND_BITRATE = 56_000;

    private GrowingTracks() {}

    static boolean isPlayable(VideoPlan plan, List<VideoPart> parts) {
        boolean picture = !chunks(parts).isEmpty();
        return picture && (!plan.sound() || !sound(parts).isEmpty());
    }

    /** The stretches of a track, from its start as far as they go. */
    static List<Stretch> of(String track, List<VideoPart> parts) {
        if (track.equals(Track.SOUND)) {
            return sound(parts).stream().map(file -> Stretch.of(file, "")).toList();
        }
        return chunks(parts).stream()
                .flatMap(chunk -> chunk.rungs().stream())
                .filter(rung -> rung.name().equals(track))
                .map(rung -> Stretch.of(rung.file(), rung.initHash()))
                .toList();
    }

    /** Chunks that follow each other from the start. */
    private static List<ChunkReady> chunks(List<VideoPart> parts) {
        return parts.stream()
                .filter(part -> part.kind() == PartKind.CHUNK)
                .takeWhile(VideoPart::isDone)
                .map(part -> Objects.requireNonNull(part.chunk()))
                .toList();
    }

    /** What is stored of the sound from the start, up to the end of the first part that is not whole. */
    private static List<SegmentedFile> sound(List<VideoPart> parts) {
        List<SegmentedFile> sound = new ArrayList<>();
        for (VideoPart part : parts) {
            if (part.kind() == PartKind.SOUND) {
                sound.addAll(pieces(part));
                if (!part.isDone()) {
                    break;
                }
            }
        }
        return sound;
    }

    private static List<SegmentedFile> pieces(VideoPart part) {
        SoundReady ready = part.sound();
        if (ready != null) {
            return ready.pieces();
        }
        Map<String, SegmentedFile> stored = part.pieces() == null ? Map.of() : part.pieces();
        List<SegmentedFile> following = new ArrayList<>();
        SegmentedFile next = stored.get("0");
        while (next != null) {
            following.add(next);
            next = stored.get(Integer.toString(following.size()));
        }
        return following;
    }

    /** What a master playlist needs before everything is measured: bitrates as they are bounded. */
    static Product preview(VideoPlan plan, List<VideoPart> parts) {
        List<ChunkRung> first =
                chunks(parts).stream().findFirst().map(ChunkReady::rungs).orElse(List.of());
        List<Rung> rungs = new ArrayList<>();
        for (int i = 0; i < Math.min(first.size(), plan.rungs().size()); i++) {
            PlannedRung rung = plan.rungs().get(i);
            rungs.add(new Rung(
                    rung.name(),
                    rung.width(),
                    rung.height(),
                    plan.frameRate(),
                    rung.maxBitrate(),
                    rung.maxBitrate(),
                    first.get(i).codecs(),
                    null));
        }
        Sound sound = plan.sound() ? new Sound(SOUND_BITRATE, SOUND_BITRATE, AAC, 1) : null;
        return new Product(
                rungs,
                sound,
                plan.seconds(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                0,
                null,
                null,
                plan.soundTracks(),
                null);
    }

    /** What is made of the parts when all are there. */
    static Product product(VideoPlan plan, List<VideoPart> parts) {
        List<ChunkRung> first = chunks(parts).get(0).rungs();
        List<Rung> rungs = new ArrayList<>();
        for (int i = 0; i < plan.rungs().size(); i++) {
            PlannedRung rung = plan.rungs().get(i);
            Bitrate rate = Bitrate.of(of(rung.name(), parts));
            rungs.add(new Rung(
                    rung.name(),
                    rung.width(),
                    rung.height(),
                    plan.frameRate(),
                    rate.average(),
                    rate.peak(),
                    first.get(i).codecs(),
                    quality(rung.name(), parts)));
        }
        return new Product(
                rungs,
                soundOf(parts),
                seconds(plan, parts),
                poster(parts),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                bytes(parts),
                pictures(parts),
                Advice.of(notes(parts), seconds(plan, parts)),
                plan.soundTracks(),
                null);
    }

    private static @Nullable PictureQuality quality(String rung, List<VideoPart> parts) {
        List<PictureQuality> known = chunks(parts).stream()
                .flatMap(chunk -> chunk.rungs().stream())
                .filter(made -> made.name().equals(rung))
                .flatMap(made -> Stream.ofNullable(made.quality()))
                .toList();
        return known.isEmpty()
                ? null
                : new PictureQuality(
                        mean(known, PictureQuality::ssim),
                        mean(known, PictureQuality::psnr),
                        known.stream().mapToInt(PictureQuality::crf).min().orElseThrow());
    }

    private static double mean(List<PictureQuality> known, ToDoubleFunction<PictureQuality> of) {
        return known.stream().mapToDouble(of).average().orElseThrow();
    }

    private static @Nullable Sound soundOf(List<VideoPart> parts) {
        SoundReady ready = parts.stream()
                .map(VideoPart::sound)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (ready == null) {
            return null;
        }
        Bitrate rate = Bitrate.of(of(Track.SOUND, parts));
        return new Sound(rate.average(), rate.peak(), ready.codecs(), ready.channels());
    }

    private static Stream<FilmNotes> notes(List<VideoPart> parts) {
        Stream<FilmNotes> picture = parts.stream()
                .flatMap(part -> Stream.ofNullable(part.chunk()))
                .flatMap(made -> Stream.ofNullable(made.notes()));
        Stream<FilmNotes> sound = parts.stream()
                .flatMap(part -> Stream.ofNullable(part.sound()))
                .flatMap(made -> Stream.ofNullable(made.notes()));
        return Stream.concat(picture, sound);
    }

    private static @Nullable FilmPictures pictures(List<VideoPart> parts) {
        return parts.stream()
                .flatMap(part -> Stream.ofNullable(part.pictures()))
                .flatMap(made -> Stream.ofNullable(made.pictures()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String poster(List<VideoPart> parts) {
        return parts.stream()
                .flatMap(part -> Stream.ofNullable(part.pictures()))
                .map(pictures -> pictures.posterKey())
                .findFirst()
                .orElse(null);
    }

    /** Length of what there is. */
    static double seconds(VideoPlan plan, List<VideoPart> parts) {
        double picture = secondsOf(of(plan.rungs().get(0).name(), parts));
        return Math.max(picture, secondsOf(of(Track.SOUND, parts)));
    }

    private static double secondsOf(List<Stretch> stretches) {
        return stretches.stream()
                .flatMap(stretch -> stretch.seconds().stream())
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static long bytes(List<VideoPart> parts) {
        long picture = chunks(parts).stream()
                .flatMap(chunk -> chunk.rungs().stream())
                .mapToLong(rung -> rung.file().bytes())
                .sum();
        long pictures = parts.stream()
                .flatMap(part -> Stream.ofNullable(part.pictures()))
                .mapToLong(made -> made.bytes())
                .sum();
        return picture
                + pictures
                + sound(parts).stream().mapToLong(SegmentedFile::bytes).sum();
    }
}
