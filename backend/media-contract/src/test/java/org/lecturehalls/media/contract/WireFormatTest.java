package org.lecturehalls.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lecturehalls.media.contract.VideoReady.AudioTrack;
import org.lecturehalls.media.contract.VideoReady.Rendition;
import org.lecturehalls.media.contract.VideoReady.Segment;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messages as they travel. Backend and workers are not all replaced at the same moment, so a change here breaks
 * conversations that are under way: add properties, never rename or remove one.
 */
class WireFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final SegmentedFile FILE =
            new SegmentedFile("media/a1/2-r/360p.mp4", 900, 100, List.of(new Segment(4.0, 100, 800)));

    private static final PictureQuality QUALITY = new PictureQuality(0.95, 38.5, 28);

    private static final FilmPictures PICTURES = new FilmPictures(
            List.of("p/poster-1.jpg"), new FilmPictures.Strip(List.of("p/strip-1.jpg"), 5, 5, 160, 90, 12, 2.5));

    private static final FilmTexts TEXTS = new FilmTexts(
            List.of(new FilmTexts.Chapter(1.5, "开头")),
            List.of(new FilmTexts.Subtitles("p/subtitles-0.vtt", "chi", null)));

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(
                        new MediaJob(
                                "j1", "a1", MediaKind.VIDEO, "b", "uploads/a1/source", 7, "讲习.mov", "video/quicktime"),
                        """
                        {"jobId":"j1","assetId":"a1","kind":"VIDEO","bucket":"b","sourceKey":"uploads/a1/source",
                         "sourceBytes":7,"fileName":"讲习.mov","contentType":"video/quicktime","sound":null,"soundTrack":null,"fullHd":null,"whole":null}"""),
                Arguments.of(
                        new VideoPlanned(
                                "j1",
                                2,
                                "media/a1/2-r/",
                                new VideoPlan(
                                        "ffmpeg-1",
                                        "{}",
                                        92.0,
                                        25.0,
                                        List.of(300L, 2_000L),
                                        List.of(new VideoPlan.PlannedRung("144p", 256, 144, 90_000)),
                                        true,
                                        List.of(1_880L, 2_432L),
                                        List.of(new SoundTrack(1, "zha", "调音台", "aac", 2, 91.5, true)))),
                        """
                        {"jobId":"j1","token":2,"outputPrefix":"media/a1/2-r/","plan":{"build":"ffmpeg-1","recipe":"{}",
                         "seconds":92.0,"frameRate":25.0,"chunkFrames":[300,2000],
                         "rungs":[{"name":"144p","width":256,"height":144,"maxBitrate":90000}],"sound":true,
                         "soundPackets":[1880,2432],"soundTracks":[{"index":1,"language":"zha","title":"调音台","codec":"aac","channels":2,"seconds":91.5,
                           "usual":true}]}}"""),
                Arguments.of(
                        new PartJob(
                                "a1:2:chunk-0001",
                                PartKind.CHUNK,
                                1,
                                "b",
                                "uploads/a1/source",
                                7,
                                "{}",
                                300,
                                2_000,
                                true,
                                List.of(new PartJob.Excerpt("144p", "k0", 700, "k1", 800, 900, 12.0))),
                        """
                        {"jobId":"a1:2:chunk-0001","kind":"CHUNK","number":1,"bucket":"b","sourceKey":"uploads/a1/source",
                         "sourceBytes":7,"recipe":"{}","firstFrame":300,"frames":2000,"last":true,
                         "excerpts":[{"track":"144p","initKey":"k0","initBytes":700,"key":"k1","offset":800,"length":900,
                           "startSeconds":12.0}]}"""),
                Arguments.of(
                        new ChunkReady(
                                "c1",
                                1,
                                "p/",
                                List.of(new ChunkReady.ChunkRung("144p", 300, "avc1.64000c", "ab", FILE, QUALITY)),
                                "AAAAAAAAAAE=",
                                new FilmNotes(List.of(new FilmNotes.Note(FilmNotes.Kind.SCENE, 14, 14)))),
                        """
                        {"jobId":"c1","token":1,"outputPrefix":"p/","rungs":[{"name":"144p","frames":300,
                         "codecs":"avc1.64000c","initHash":"ab","file":{"key":"media/a1/2-r/360p.mp4","bytes":900,
                           "initBytes":100,"segments":[{"seconds":4.0,"offset":100,"length":800}]},"quality":{"ssim":0.95,"psnr":38.5,"crf":28}}],
                         "frameHashes":"AAAAAAAAAAE=","notes":{"notes":[{"kind":"SCENE","from":14.0,"to":14.0}]}}"""),
                Arguments.of(new SoundPiece("c1", 1, 3, FILE), """
                        {"jobId":"c1","token":1,"number":3,"file":{"key":"media/a1/2-r/360p.mp4","bytes":900,
                           "initBytes":100,"segments":[{"seconds":4.0,"offset":100,"length":800}]}}"""),
                Arguments.of(new SoundReady("c1", 1, "p/", "mp4a.40.2", 1, List.of(), null), """
                        {"jobId":"c1","token":1,"outputPrefix":"p/","codecs":"mp4a.40.2","channels":1,"pieces":[],"notes":null}"""),
                Arguments.of(new PicturesReady("c1", 1, "p/", "p/poster-1.jpg", 5, PICTURES, TEXTS), """
                        {"jobId":"c1","token":1,"outputPrefix":"p/","posterKey":"p/poster-1.jpg","bytes":5,
                         "pictures":{"posterKeys":["p/poster-1.jpg"],"strip":{"sheetKeys":["p/strip-1.jpg"],"columns":5,
                           "rows":5,"width":160,"height":90,"tiles":12,"secondsApart":2.5}},
                         "texts":{"chapters":[{"seconds":1.5,"title":"开头"}],
                           "subtitles":[{"key":"p/subtitles-0.vtt","language":"chi","title":null}]}}"""),
                Arguments.of(new CheckReady("c1", 1), """
                        {"jobId":"c1","token":1}"""),
                Arguments.of(new CannotCut("c1", 1, "2 frames too few."), """
                        {"jobId":"c1","token":1,"detail":"2 frames too few."}"""),
                Arguments.of(new JobClaim("j1", "w1", true), """
                        {"jobId":"j1","workerId":"w1","redelivered":true}"""),
                Arguments.of(new ClaimReply(true, 2, "media/a1/2-r/"), """
                        {"granted":true,"token":2,"outputPrefix":"media/a1/2-r/"}"""),
                Arguments.of(ClaimReply.DENIED, """
                        {"granted":false,"token":0,"outputPrefix":""}"""),
                Arguments.of(new JobProgress("j1", 2, JobStep.RENDERING_PAGES, 40), """
                        {"jobId":"j1","token":2,"step":"RENDERING_PAGES","percent":40}"""),
                Arguments.of(
                        new VideoReady(
                                "j1",
                                2,
                                "media/a1/2-r/",
                                4.0,
                                List.of(new Rendition(
                                        "360p", 640, 360, 25.0, 100, 300_000, 400_000, "avc1.64001e", FILE, QUALITY)),
                                new AudioTrack(48_000, 52_000, "mp4a.40.2", 1, FILE),
                                "media/a1/2-r/poster.jpg",
                                1_900,
                                "AAAAAAAAAAI=",
                                new FilmPictures(List.of("media/a1/2-r/poster.jpg"), null),
                                null,
                                null,
                                List.of(new SoundTrack(0, null, null, "mp3", 1, null, true))),
                        """
                        {"jobId":"j1","token":2,"outputPrefix":"media/a1/2-r/","durationSeconds":4.0,
                         "video":[{"name":"360p","width":640,"height":360,"frameRate":25.0,"frames":100,
                           "averageBitrate":300000,"peakBitrate":400000,"codecs":"avc1.64001e",
                           "file":{"key":"media/a1/2-r/360p.mp4","bytes":900,"initBytes":100,
                             "segments":[{"seconds":4.0,"offset":100,"length":800}]},"quality":{"ssim":0.95,"psnr":38.5,"crf":28}}],
                         "audio":{"averageBitrate":48000,"peakBitrate":52000,"codecs":"mp4a.40.2","channels":1,
                           "file":{"key":"media/a1/2-r/360p.mp4","bytes":900,"initBytes":100,
                             "segments":[{"seconds":4.0,"offset":100,"length":800}]}},
                         "posterKey":"media/a1/2-r/poster.jpg","bytes":1900,"frameHashes":"AAAAAAAAAAI=",
                         "pictures":{"posterKeys":["media/a1/2-r/poster.jpg"],"strip":null},"texts":null,"notes":null,
                         "soundTracks":[{"index":0,"language":null,"title":null,"codec":"mp3","channels":1,"seconds":null,
                           "usual":true}]}"""),
                Arguments.of(
                        new DocumentReady(
                                "j1", 2, "p/", 2, "p/document.pdf", "p/blind.pdf", "p/text.txt", List.of("p/1.jpg"), 5),
                        """
                        {"jobId":"j1","token":2,"outputPrefix":"p/","pages":2,"pdfKey":"p/document.pdf",
                         "blindPdfKey":"p/blind.pdf","textKey":"p/text.txt","pageImageKeys":["p/1.jpg"],"bytes":5}"""),
                Arguments.of(
                        new PhotoReady("j1", 2, "p/", List.of(new PhotoReady.PhotoSize("p/320.jpg", 320, 240)), 5),
                        """
                        {"jobId":"j1","token":2,"outputPrefix":"p/",
                         "sizes":[{"key":"p/320.jpg","width":320,"height":240}],"bytes":5}"""),
                Arguments.of(
                        new PackJob(
                                "a1/pack",
                                "b",
                                "油茶",
                                "乡村技术",
                                4.0,
                                List.of(new PackJob.Stretch("media/a1/2-r/360p.mp4", 0, 100)),
                                List.of(),
                                null),
                        """
                        {"jobId":"a1/pack","bucket":"b","title":"油茶","album":"乡村技术","seconds":4.0,
                         "picture":[{"key":"media/a1/2-r/360p.mp4","offset":0,"length":100}],"sound":[],"coverKey":null}"""),
                Arguments.of(
                        new PackReady(
                                "a1/pack",
                                2,
                                "p/",
                                List.of(new PackReady.PackedFile(PackKind.VIDEO, "p/video.mp4", 5, "ab12"))),
                        """
                        {"jobId":"a1/pack","token":2,"outputPrefix":"p/",
                         "files":[{"kind":"VIDEO","key":"p/video.mp4","bytes":5,"sha256":"ab12"}]}"""),
                Arguments.of(new JobRefused("j1", 2, RefusalCode.ZIP_BOMB, "It unpacks to 300 MiB."), """
                        {"jobId":"j1","token":2,"code":"ZIP_BOMB","detail":"It unpacks to 300 MiB."}"""),
                Arguments.of(new JobFailed("j1", 2, "ffmpeg ended with 1.", "last line"), """
                        {"jobId":"j1","token":2,"detail":"ffmpeg ended with 1.","outputTail":"last line"}"""),
                Arguments.of(new CancelJob("j1", 2), """
                        {"jobId":"j1","token":2}"""));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void travelsAsItAlwaysDid(Object message, String text) {
        assertThat(JSON.readTree(JSON.writeValueAsString(message))).isEqualTo(JSON.readTree(text));
        assertThat(JSON.readValue(text, message.getClass())).isEqualTo(message);
    }

    @Test
    void ignoresWhatLaterVersionsAdd() {
        assertThat(JSON.readValue("{\"jobId\":\"j1\",\"token\":2,\"reason\":\"new\"}", CancelJob.class))
                .isEqualTo(new CancelJob("j1", 2));
    }

    @Test
    void refusalCodesAreStable() {
        assertThat(Stream.of(RefusalCode.values()).map(RefusalCode::code))
                .contains("empty-file", "script-not-media", "no-audio-or-video", "zip-entry-escapes", "pdf-password");
    }

    @Test
    void queuesKeepTheirNames() {
        assertThat(List.of(
                        MediaQueues.VIDEO_JOBS,
                        MediaQueues.DOCUMENT_JOBS,
                        MediaQueues.PHOTO_JOBS,
                        MediaQueues.PART_JOBS,
                        MediaQueues.PACK_JOBS,
                        MediaQueues.CLAIMS,
                        MediaQueues.ANSWERS,
                        MediaQueues.CANCELLATIONS,
                        MediaQueues.DEAD_LETTERS,
                        MediaQueues.TYPE_PROPERTY,
                        MediaQueues.BUILD_PROPERTY))
                .containsExactly(
                        "media.jobs.video",
                        "media.jobs.document",
                        "media.jobs.photo",
                        "media.jobs.part",
                        "media.jobs.pack",
                        "media.claims",
                        "media.answers",
                        "media.cancellations",
                        "DLQ",
                        "messageType",
                        "ffmpegBuild");
    }
}
