package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;

/** Arguments of the runs that make plain files of renditions, without the program. Computes and runs nothing. */
final class PackArguments {

    static final String PICTURE = "tmp/picture.mp4";
    static final String SOUND = "tmp/sound.mp4";
    static final String COVER = "tmp/cover.jpg";
    static final String METADATA = "tmp/metadata.txt";
    static final String VIDEO_FILE = "video.mp4";
    static final String SOUND_FILE = "sound.m4a";

    /** Of the platform's sound. In the usual thousandths of a second its last packet may lie beyond the end of the file. */
    private static final String SAMPLE_RATE = "48000";

    private PackArguments() {}

    /** Picture and sound, if there is any, as they are; times stay as they are, so that both stay together. */
    static List<String> video(boolean sound) {
        List<String> arguments = new ArrayList<>(start());
        arguments.addAll(input("mov", PICTURE));
        if (sound) {
            arguments.addAll(input("mov", SOUND));
        }
        arguments.addAll(input("ffmetadata", METADATA));
        arguments.addAll(List.of("-map", "0:v:0"));
        if (sound) {
            arguments.addAll(List.of("-map", "1:a:0"));
        }
        arguments.addAll(end(sound ? 2 : 1, "mp4", VIDEO_FILE));
        return List.copyOf(arguments);
    }

    /** The sound, and the poster as its cover. */
    static List<String> sound(boolean cover) {
        List<String> arguments = new ArrayList<>(start());
        arguments.addAll(input("mov", SOUND));
        arguments.addAll(input("ffmetadata", METADATA));
        if (cover) {
            arguments.addAll(input("jpeg_pipe", COVER));
        }
        arguments.addAll(List.of("-map", "0:a:0"));
        if (cover) {
            arguments.addAll(List.of("-map", "2:v:0", "-disposition:v:0", "attached_pic"));
        }
        arguments.addAll(end(1, "ipod", SOUND_FILE));
        return List.copyOf(arguments);
    }

    private static List<String> start() {
        return List.of("-hide_banner", "-nostdin", "-v", "error", "-y", "-copyts");
    }

    private static List<String> input(String demuxer, String file) {
        return List.of("-protocol_whitelist", "file", "-f", demuxer, "-i", "file:" + file);
    }

    /** Bit-exact, so that the same renditions always make the same file; its index first, so that it plays while it is read. */
    private static List<String> end(int metadata, String muxer, String file) {
        return List.of(
                "-map_metadata",
                Integer.toString(metadata),
                "-map_chapters",
                "-1",
                "-c",
                "copy",
                "-fflags",
                "+bitexact",
                "-movflags",
                "+faststart",
                "-movie_timescale",
                SAMPLE_RATE,
                "-f",
                muxer,
                "file:out/" + file);
    }
}
