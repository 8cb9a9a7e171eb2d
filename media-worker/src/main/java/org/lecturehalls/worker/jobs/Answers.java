package org.lecturehalls.worker.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.CannotCut;
import org.lecturehalls.media.contract.CheckReady;
import org.lecturehalls.media.contract.ChunkReady;
import org.lecturehalls.media.contract.ChunkReady.ChunkRung;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.DocumentReady;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.FilmPictures.Strip;
import org.lecturehalls.media.contract.FilmTexts;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.media.contract.PhotoReady;
import org.lecturehalls.media.contract.PicturesReady;
import org.lecturehalls.media.contract.SoundReady;
import org.lecturehalls.media.contract.VideoPlanned;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.media.contract.VideoReady.AudioTrack;
import org.lecturehalls.media.contract.VideoReady.Rendition;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.PartResult;

/** Completes results with what the work does not know: job, token and the keys of the objects. */
final class Answers {

    private Answers() {}

    static Object ready(MediaJob job, ClaimReply claim, MediaResult result) throws IOException {
        if (result instanceof MediaResult.Planned planned) {
            return new VideoPlanned(job.jobId(), claim.token(), claim.outputPrefix(), planned.plan());
        }
        if (result instanceof MediaResult.Photo photo) {
            return photo(job, claim, photo);
        }
        return result instanceof MediaResult.Video video
                ? video(job, claim, video.ready())
                : document(job, claim, (MediaResult.Document) result);
    }

    static Object ready(PartJob job, ClaimReply claim, PartResult result) throws IOException {
        String id = job.jobId();
        long token = claim.token();
        String prefix = claim.outputPrefix();
        if (result instanceof PartResult.Chunk chunk) {
            List<ChunkRung> rungs =
                    chunk.rungs().stream().map(rung -> under(prefix, rung)).toList();
            return new ChunkReady(id, token, prefix, rungs, chunk.frameHashes(), chunk.notes());
        }
        if (result instanceof PartResult.Sound sound) {
            List<SegmentedFile> pieces =
                    sound.pieces().stream().map(piece -> under(prefix, piece)).toList();
            return new SoundReady(id, token, prefix, sound.codecs(), sound.channels(), pieces, sound.notes());
        }
        if (result instanceof PartResult.Pictures pictures) {
            FilmPictures all = under(prefix, pictures.pictures());
            return new PicturesReady(
                    id,
                    token,
                    prefix,
                    prefix + pictures.poster(),
                    bytes(pictures.files()),
                    all,
                    under(prefix, pictures.texts()));
        }
        return result instanceof PartResult.Uncuttable why
                ? new CannotCut(id, token, why.detail())
                : new CheckReady(id, token);
    }

    private static ChunkRung under(String prefix, ChunkRung made) {
        return new ChunkRung(
                made.name(), made.frames(), made.codecs(), made.initHash(), under(prefix, made.file()), made.quality());
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
                made.bytes(),
                made.frameHashes(),
                made.pictures() == null ? null : under(prefix, made.pictures()),
                made.texts() == null ? null : under(prefix, made.texts()),
                made.notes(),
                made.soundTracks());
    }

    private static FilmTexts under(String prefix, FilmTexts made) {
        List<FilmTexts.Subtitles> subtitles = made.subtitles().stream()
                .map(each -> new FilmTexts.Subtitles(prefix + each.key(), each.language(), each.title()))
                .toList();
        return new FilmTexts(made.chapters(), subtitles);
    }

    private static FilmPictures under(String prefix, FilmPictures made) {
        Strip strip = made.strip();
        return new FilmPictures(
                made.posterKeys().stream().map(prefix::concat).toList(), strip == null ? null : under(prefix, strip));
    }

    private static Strip under(String prefix, Strip made) {
        return new Strip(
                made.sheetKeys().stream().map(prefix::concat).toList(),
                made.columns(),
                made.rows(),
                made.width(),
                made.height(),
                made.tiles(),
                made.secondsApart());
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
                under(prefix, made.file()),
                made.quality());
    }

    private static AudioTrack under(String prefix, AudioTrack made) {
        return new AudioTrack(
                made.averageBitrate(), made.peakBitrate(), made.codecs(), made.channels(), under(prefix, made.file()));
    }

    static SegmentedFile under(String prefix, SegmentedFile made) {
        return new SegmentedFile(prefix + made.key(), made.bytes(), made.initBytes(), made.segments());
    }

    private static PhotoReady photo(MediaJob job, ClaimReply claim, MediaResult.Photo made) throws IOException {
        String prefix = claim.outputPrefix();
        List<PhotoReady.PhotoSize> sizes = made.sizes().stream()
                .map(size -> new PhotoReady.PhotoSize(prefix + size.file().getFileName(), size.width(), size.height()))
                .toList();
        return new PhotoReady(job.jobId(), claim.token(), prefix, sizes, bytes(made.files()));
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static DocumentReady document(MediaJob job, ClaimReply claim, MediaResult.Document made)
            throws IOException {
        String prefix = claim.outputPrefix();
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
                bytes(made.files()));
    }
}
