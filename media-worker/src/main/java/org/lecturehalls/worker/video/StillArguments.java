package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lecturehalls.media.contract.FilmPictures.Strip;
import org.lecturehalls.worker.work.Workspace;

/**
 * Arguments of the ffmpeg runs that take still pictures, without the program. Computes and runs nothing.
 *
 * <p>Each picture is sought for, so that a long video costs no more than a short one: the file is opened once for each, and
 * only the key frame before the time is decoded; or the frames up to the very time, where that is asked for.
 */
final class StillArguments {

    /** Of JPEG's own colours, which no tag can name. */
    private static final String JPEG_COLOURS = ",scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p";

    static final String TILE_COLOURS = ",scale=out_color_matrix=bt601:out_range=pc,format=yuv420p";

    private static final String DRAWING = "[0:a]showwavespic=s=800x240:colors=white:scale=sqrt[sound];"
            + "color=c=0xb8232f:s=960x540:d=1:r=1[ground];[ground][sound]overlay=x=80:y=150:format=rgb";

    private StillArguments() {}

    /** A picture to take. */
    record Shot(double seconds, String file) {}

    /** Small pictures as bare planes. */
    static List<String> tiles(StillSource source, List<Shot> shots, Rung size, boolean keyFrames) {
        List<String> arguments = inputs(source, shots, keyFrames);
        for (int i = 0; i < shots.size(); i++) {
            arguments.addAll(one(source, i, source.filters(size) + TILE_COLOURS));
            arguments.addAll(List.of("-f", "rawvideo", "file:" + shots.get(i).file()));
        }
        return List.copyOf(arguments);
    }

    /** Pictures to choose from, all with the same loss, so that the larger file has more to see. */
    static List<String> posters(StillSource source, List<Shot> shots, Rung size, boolean keyFrames) {
        List<String> arguments = inputs(source, shots, keyFrames);
        for (int i = 0; i < shots.size(); i++) {
            arguments.addAll(one(source, i, source.filters(size) + JPEG_COLOURS));
            arguments.addAll(jpeg(5));
            arguments.addAll(List.of("-update", "1", "file:" + shots.get(i).file()));
        }
        return List.copyOf(arguments);
    }

    /** Sheets of the planes of all tiles, one behind the other in a file. */
    static List<String> sheets(String planes, Strip strip, String pattern) {
        List<String> arguments = new ArrayList<>(start());
        arguments.addAll(List.of("-protocol_whitelist", "file", "-f", "rawvideo", "-pixel_format", "yuvj420p"));
        arguments.addAll(List.of("-video_size", strip.width() + "x" + strip.height(), "-framerate", "1"));
        arguments.addAll(List.of("-i", "file:" + planes));
        arguments.addAll(List.of("-vf", "tile=" + strip.columns() + "x" + strip.rows()));
        arguments.addAll(jpeg(6));
        arguments.add("file:" + pattern);
        return List.copyOf(arguments);
    }

    /** The picture that a file carries, byte by byte. */
    static List<String> cover(String demuxer, int stream, String file) {
        List<String> arguments = new ArrayList<>(start());
        arguments.addAll(List.of("-protocol_whitelist", "file", "-f", demuxer, "-i", "file:" + Workspace.SOURCE));
        arguments.addAll(List.of("-map", "0:" + stream, "-c", "copy", "-frames:v", "1"));
        arguments.addAll(List.of("-f", "image2", "-update", "1", "file:" + file));
        return List.copyOf(arguments);
    }

    /** A sound as a line that grows and shrinks with it, on the colour of the platform. */
    static List<String> drawing(String sound, String file) {
        List<String> arguments = new ArrayList<>(start());
        arguments.addAll(List.of("-protocol_whitelist", "file", "-f", "mov", "-i", "file:out/" + sound));
        arguments.addAll(List.of("-filter_complex", DRAWING + JPEG_COLOURS, "-frames:v", "1", "-map_metadata", "-1"));
        arguments.addAll(List.of("-fflags", "+bitexact"));
        arguments.addAll(jpeg(5));
        arguments.addAll(List.of("-update", "1", "file:out/" + file));
        return List.copyOf(arguments);
    }

    private static List<String> start() {
        return List.of("-hide_banner", "-nostdin", "-v", "error", "-y");
    }

    private static List<String> inputs(StillSource source, List<Shot> shots, boolean keyFrames) {
        List<String> arguments = new ArrayList<>(start());
        for (Shot shot : shots) {
            arguments.addAll(List.of("-protocol_whitelist", "file", "-f", source.demuxer(), "-threads", "1"));
            if (!source.exact()) {
                arguments.addAll(keyFrames ? List.of("-skip_frame", "nokey") : List.of());
                arguments.add("-noaccurate_seek");
            }
            arguments.addAll(List.of("-ss", String.format(Locale.ROOT, "%.3f", shot.seconds())));
            arguments.addAll(List.of("-an", "-sn", "-i", source.file()));
        }
        return arguments;
    }

    private static List<String> one(StillSource source, int input, String filters) {
        return List.of(
                "-map",
                input + ":" + source.stream(),
                "-frames:v",
                "1",
                "-fps_mode",
                "passthrough",
                "-vf",
                filters,
                "-map_metadata",
                "-1",
                "-flags",
                "+bitexact",
                "-fflags",
                "+bitexact");
    }

    private static List<String> jpeg(int loss) {
        return List.of("-c:v", "mjpeg", "-q:v", Integer.toString(loss), "-flags", "+bitexact", "-f", "image2");
    }
}
