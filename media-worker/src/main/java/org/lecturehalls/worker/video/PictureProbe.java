package org.lecturehalls.worker.video;

import java.util.List;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.video.VideoStream.DynamicRange;
import org.lecturehalls.worker.work.RefusedException;

/** What the first decoded frames of a stream look like. */
final class PictureProbe {

    /** Above this size, pictures without a note on their colours are meant as BT.709. */
    private static final int HD_SIDE = 576;

    private final List<ProbeLine> frames;

    PictureProbe(List<ProbeLine> frames) {
        this.frames = frames.stream().filter(frame -> frame.number("width") > 0).toList();
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    void refuseLarge(VideoSettings settings) throws RefusedException {
        long width = frame().number("width");
        long height = frame().number("height");
        if (Math.max(width, height) > settings.maxSide() || width * height > settings.maxPixels()) {
            throw new RefusedException(
                    RefusalCode.TOO_MANY_PIXELS,
                    width + " by " + height + " pixels; at most " + settings.maxSide() + " on a side and "
                            + settings.maxPixels() + " in all are accepted.");
        }
    }

    VideoStream stream(int index, String codec, int rotation, StreamTiming timing) {
        int width = Math.max(1, (int) Math.round(frame().number("width") * frame().ratio("sample_aspect_ratio")));
        int height = frame().number("height");
        boolean turned = Math.abs(rotation) % 180 == 90;
        boolean untagged = frame().text("color_space").isEmpty() && Math.min(width, height) > HD_SIDE;
        return new VideoStream(
                index,
                codec,
                turned ? height : width,
                turned ? width : height,
                frames.stream().anyMatch(frame -> frame.flag("interlaced_frame")),
                DynamicRange.ofTransfer(frame().text("color_transfer")),
                untagged,
                timing.first(),
                timing.end(),
                timing.frames());
    }

    private ProbeLine frame() {
        return frames.get(0);
    }
}
