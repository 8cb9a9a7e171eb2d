package org.lecturehalls.worker.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.DocumentReady;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.media.contract.VideoReady.AudioTrack;
import org.lecturehalls.media.contract.VideoReady.Rendition;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import org.lecturehalls.worker.work.MediaResult;

/** Completes results with what the work does not know: job, token and the keys of the objects. */
final class Answers {

    private Answers() {}

    static Object ready(MediaJob job, ClaimReply claim, MediaResult result) throws IOException {
        return result instanceof MediaResult.Video video
                ? video(job, claim, video.ready())
                : document(job, claim, (MediaResult.Document) result);
    }

    private static VideoReady video(MediaJob job, ClaimReply claim, VideoReady made) {
        String prefix = claim.outputPrefix();
        @Nullable AudioTrack audio = made.audio();
        return new VideoReady(
                job.jobId(),
                claim.token(),
                prefix,
                made.durationSeconds(),
                made.video().stream().map(rendition -> under(prefix, rendition)).toList(),
                audio == null ? null : under(prefix, audio),
                made.posterKey() == null ? null : prefix + made.posterKey(),
                made.bytes());
    }

    private static Rendition under(String prefix, Rendition made) {
        return new Rendition(
                made.name(),
                made.width(),
                made.height(),
                made.frameRate(),
                made.frames(),
                made.averageBitrate(),
                made.peakBitrate(),
                made.codecs(),
                under(prefix, made.file()));
    }

    private static AudioTrack under(String prefix, AudioTrack made) {
        return new AudioTrack(
                made.averageBitrate(), made.peakBitrate(), made.codecs(), made.channels(), under(prefix, made.file()));
    }

    private static SegmentedFile under(String prefix, SegmentedFile made) {
        return new SegmentedFile(prefix + made.key(), made.bytes(), made.initBytes(), made.segments());
    }

    private static DocumentReady document(MediaJob job, ClaimReply claim, MediaResult.Document made)
            throws IOException {
        String prefix = claim.outputPrefix();
        long bytes = 0;
        for (Path file : made.files()) {
            bytes += Files.size(file);
        }
        List<String> images = made.pageImages().stream()
                .map(image -> prefix + image.getFileName())
                .toList();
        return new DocumentReady(
                job.jobId(),
                claim.token(),
                prefix,
                made.pages(),
                prefix + made.pdf().getFileName(),
                prefix + made.blindPdf().getFileName(),
                prefix + made.text().getFileName(),
                images,
                bytes);
    }
}
