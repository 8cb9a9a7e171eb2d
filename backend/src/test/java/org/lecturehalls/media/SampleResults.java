package org.lecturehalls.media;

import java.util.List;
import java.util.stream.IntStream;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.DocumentReady;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.FilmPictures.Strip;
import org.lecturehalls.media.contract.FilmTexts;
import org.lecturehalls.media.contract.PhotoReady;
import org.lecturehalls.media.contract.PhotoReady.PhotoSize;
import org.lecturehalls.media.contract.PictureQuality;
import org.lecturehalls.media.contract.SoundTrack;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.media.contract.VideoReady.AudioTrack;
import org.lecturehalls.media.contract.VideoReady.Rendition;
import org.lecturehalls.media.contract.VideoReady.Segment;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;

/** Results as a worker sends them. */
final class SampleResults {

    private static final PictureQuality QUALITY = new PictureQuality(0.95, 38.5, 28);

    /** The camera's microphone, and a mixing desk. */
    static final List<SoundTrack> SOUNDS = List.of(
            new SoundTrack(0, "chi", "机上话筒", "aac", 1, 10.0, true),
            new SoundTrack(1, null, "调音台", "aac", 2, 10.04, false));

    private SampleResults() {}

    /** A video of 10 s with two rungs and sound. */
    static VideoReady video(String jobId, ClaimReply claim) {
        return video(jobId, claim, new FilmTexts(List.of(), List.of()));
    }

    static VideoReady video(String jobId, ClaimReply claim, FilmTexts texts) {
        String prefix = claim.outputPrefix();
        return new VideoReady(
                jobId,
                claim.token(),
                prefix,
                10.04,
                List.of(
                        new Rendition(
                                "144p",
                                256,
                                144,
                                25,
                                251,
                                60_000,
                                80_000,
                                "avc1.64000c",
                                file(prefix + "144p.mp4"),
                                QUALITY),
                        new Rendition(
                                "360p",
                                640,
                                360,
                                25,
                                251,
                                300_000,
                                420_000,
                                "avc1.64001e",
                                file(prefix + "360p.mp4"),
                                QUALITY)),
                new AudioTrack(48_000, 52_000, "mp4a.40.2", 1, file(prefix + "audio.m4a")),
                prefix + "poster-2.jpg",
                3_000,
                "AAAAAAAAAAU=",
                pictures(prefix),
                texts,
                new FilmNotes(List.of(new FilmNotes.Note(FilmNotes.Kind.QUIET, 0, 10.04))),
                SOUNDS);
    }

    static FilmPictures pictures(String prefix) {
        return new FilmPictures(
                List.of(prefix + "poster-1.jpg", prefix + "poster-2.jpg", prefix + "poster-3.jpg"),
                new Strip(List.of(prefix + "strip-1.jpg", prefix + "strip-2.jpg"), 2, 2, 160, 90, 5, 2.008));
    }

    static VideoReady audioLesson(String jobId, ClaimReply claim) {
        String poster = claim.outputPrefix() + "poster-1.jpg";
        return new VideoReady(
                jobId,
                claim.token(),
                claim.outputPrefix(),
                10.04,
                List.of(),
                video(jobId, claim).audio(),
                poster,
                1_000,
                "",
                new FilmPictures(List.of(poster), null),
                null,
                null,
                null);
    }

    private static SegmentedFile file(String key) {
        return new SegmentedFile(
                key,
                1_000,
                100,
                List.of(new Segment(4, 100, 300), new Segment(4, 400, 400), new Segment(2.04, 800, 200)));
    }

    static PhotoReady photo(String jobId, ClaimReply claim) {
        String prefix = claim.outputPrefix();
        return new PhotoReady(
                jobId,
                claim.token(),
                prefix,
                List.of(
                        new PhotoSize(prefix + "photo-320.jpg", 320, 240),
                        new PhotoSize(prefix + "photo-960.jpg", 960, 720)),
                900);
    }

    static DocumentReady document(String jobId, ClaimReply claim, int pages) {
        String prefix = claim.outputPrefix();
        return new DocumentReady(
                jobId,
                claim.token(),
                prefix,
                pages,
                prefix + "document.pdf",
                prefix + "blind.pdf",
                prefix + "text.txt",
                IntStream.rangeClosed(1, pages)
                        .mapToObj(n -> prefix + "page-%04d.webp".formatted(n))
                        .toList(),
                5_000);
    }
}
