package org.lecturehalls.worker.video;

import java.util.function.Consumer;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.worker.work.Progress;

/** Reads {@code -progress} of ffmpeg: frames when there is a picture, else the time reached. */
final class TranscodeProgress implements Consumer<String> {

    private static final String FRAMES = "frame=";
    private static final String TIME = "out_time_us=";
    private static final double MICROSECONDS = 1e6;

    private final double frames;
    private final double seconds;
    private final Progress progress;
    private final int from;
    private final int to;

    /**
     * @param frames to encode; 0 when there is only sound
     * @param seconds of sound, when there is no picture
     * @param from percent of the whole job at the start of transcoding
     * @param to percent at its end
     */
    TranscodeProgress(double frames, double seconds, Progress progress, int from, int to) {
        this.frames = frames;
        this.seconds = seconds;
        this.progress = progress;
        this.from = from;
        this.to = to;
    }

    static TranscodeProgress of(EncodePlan plan, Progress progress, int from, int to) {
        double frames = plan.source().video() == null ? 0 : plan.expectedFrames();
        return new TranscodeProgress(frames, plan.source().audioSeconds(), progress, from, to);
    }

    @Override
    public void accept(String line) {
        boolean picture = frames > 0;
        if (picture && line.startsWith(FRAMES)) {
            report(number(line.substring(FRAMES.length())) / frames);
        } else if (!picture && line.startsWith(TIME)) {
            report(number(line.substring(TIME.length())) / MICROSECONDS / Math.max(0.001, seconds));
        }
    }

    private void report(double done) {
        double share = Math.max(0, Math.min(1, done));
        progress.at(JobStep.TRANSCODING, from + (int) (share * (to - from)));
    }

    /** ffmpeg says {@code N/A} before the first frame. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException notYetKnown) {
            return 0;
        }
    }
}
