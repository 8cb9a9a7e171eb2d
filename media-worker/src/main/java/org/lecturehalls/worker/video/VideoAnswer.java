package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmTexts;
import org.lecturehalls.media.contract.PictureQuality;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.media.contract.VideoReady.AudioTrack;
import org.lecturehalls.media.contract.VideoReady.Rendition;

/** Puts what was verified into the words of the contract. */
final class VideoAnswer {

    /** AAC-LC, which is what ffmpeg's own encoder makes. */
    static final String AAC = "mp4a.40.2";

    private VideoAnswer() {}

    /** The answer without job, token and prefix, which the work does not know. */
    static VideoReady of(
            EncodePlan plan,
            Verifier.Verified verified,
            List<@Nullable PictureQuality> qualities,
            String frameHashes,
            Pictures.Made pictures,
            FilmTexts texts,
            FilmNotes notes,
            long bytes) {
        List<Rendition> renditions = new ArrayList<>();
        for (int i = 0; i < plan.rungs().size(); i++) {
            renditions.add(rendition(plan, plan.rungs().get(i), verified.rungs().get(i), qualities.get(i)));
        }
        double video = renditions.isEmpty()
                ? 0
                : renditions.get(0).frames() / plan.grid().rate();
        double audio = verified.audio() == null ? 0 : verified.audio().seconds();
        return new VideoReady(
                "",
                0,
                "",
                Math.max(video, audio),
                renditions,
                audio(verified.audio()),
                pictures.poster(),
                bytes,
                frameHashes,
                pictures.pictures(),
                texts,
                notes,
                plan.source().soundTracks());
    }

    private static Rendition rendition(
            EncodePlan plan, Rung rung, FragmentedFile file, @Nullable PictureQuality quality) {
        return new Rendition(
                rung.name(),
                rung.width(),
                rung.height(),
                plan.grid().rate(),
                file.samples(),
                file.averageBitrate(),
                file.peakBitrate(),
                file.codec(),
                file.segmented(rung.fileName()),
                quality);
    }

    private static @Nullable AudioTrack audio(@Nullable FragmentedFile file) {
        if (file == null) {
            return null;
        }
        return new AudioTrack(file.averageBitrate(), file.peakBitrate(), AAC, 1, file.segmented(EncodePlan.AUDIO_FILE));
    }
}
