package org.lecturehalls.worker.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.worker.video.FfmpegLocator;
import org.lecturehalls.worker.video.FfmpegTools;

/** Makes videos and sounds with ffmpeg, and measures them. */
public final class Footage {

    private static final Path UNPACKED = Path.of("target", "tools");

    private Footage() {}

    public static FfmpegTools tools() throws IOException {
        return FfmpegLocator.locate(null, UNPACKED.toAbsolutePath());
    }

    /** Runs ffmpeg with arguments separated by blanks, and returns the file. */
    public static Path make(Path file, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tools().ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments.split(" ")));
        command.add(file.toString());
        run(command);
        return file;
    }

    /** A moving test picture with a tone. */
    public static Path lecture(Path file, int width, int height, int rate, int seconds) throws Exception {
        return make(
                file,
                "-f lavfi -i testsrc2=size=" + width + "x" + height + ":rate=" + rate
                        + " -f lavfi -i sine=frequency=440 -t " + seconds
                        + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac");
    }

    /** Twenty seconds and more of somebody who speaks, by so many decibels louder or softer than usual. */
    public static Path speech(Path file, int decibels) throws Exception {
        String level = "aresample=48000,volume=" + (decibels - 4) + "dB";
        Path espeak = Path.of("/usr/bin/espeak-ng");
        if (!Files.isExecutable(espeak)) {
            // Sounds like nobody, but has a voice's pitch, syllables and pauses.
            String voice = "0.3*sin(2*PI*(150+30*sin(2*PI*0.7*t))*t)*max(0\\,sin(2*PI*2*t))*lt(mod(t\\,5)\\,4)";
            return make(file, "-f lavfi -i aevalsrc=" + voice + ":s=48000:d=24 -af " + level);
        }
        Path words = file.resolveSibling("words-" + file.getFileName());
        String text = "各位乡亲，今天我们讲讲怎么种好芒果，什么时候浇水，什么时候施肥。山歌里也唱过，春种一粒粟，秋收万颗子。".repeat(2);
        run(List.of(espeak.toString(), "-v", "cmn", "-s", "150", "-w", words.toString(), text));
        return make(file, "-i " + words + " -af " + level);
    }

    /** What ffprobe says, as it prints it. */
    public static String probe(Path file, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tools().ffprobe().toString(), "-v", "error"));
        command.addAll(List.of(arguments.split(" ")));
        command.add(file.toString());
        return run(command).strip();
    }

    /** Runs ffmpeg with arguments separated by blanks, and returns what it prints. */
    public static String run(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tools().ffmpeg().toString(), "-hide_banner", "-nostdin"));
        command.addAll(List.of(arguments.split(" ")));
        return run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
