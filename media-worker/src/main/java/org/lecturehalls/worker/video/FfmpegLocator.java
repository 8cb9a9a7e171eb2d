package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds ffmpeg and ffprobe: in the folder that is set, else those this program brings along, else on the path. The ones that
 * come along need a few system libraries (libxcb-shm, libasound, libpulse, libva and others), which a bare machine may lack.
 */
public final class FfmpegLocator {

    private static final Logger LOG = LoggerFactory.getLogger(FfmpegLocator.class);

    private FfmpegLocator() {}

    /**
     * @param folder folder with both programs; null to choose
     * @param unpackUnder where the ones that come along are unpacked, once
     */
    public static FfmpegTools locate(@Nullable Path folder, Path unpackUnder) throws IOException {
        if (folder != null) {
            return in(folder).orElseThrow(() -> new IOException("No working ffmpeg and ffprobe in " + folder));
        }
        Optional<FfmpegTools> bundled = bundled(unpackUnder);
        if (bundled.isPresent()) {
            return bundled.get();
        }
        return onPath().orElseThrow(
                        () -> new IOException("No working ffmpeg: set lecturehalls.worker.ffmpeg to its folder"));
    }

    private static Optional<FfmpegTools> bundled(Path unpackUnder) throws IOException {
        Optional<Path> unpacked = BundledFfmpeg.unpack(unpackUnder);
        return unpacked.flatMap(FfmpegLocator::in);
    }

    private static Optional<FfmpegTools> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String entry : path.split(":")) {
            Optional<FfmpegTools> found = entry.isEmpty() ? Optional.empty() : in(Path.of(entry));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<FfmpegTools> in(Path folder) {
        Path ffmpeg = folder.resolve("ffmpeg").toAbsolutePath();
        Path ffprobe = folder.resolve("ffprobe").toAbsolutePath();
        if (!Files.isExecutable(ffmpeg) || !Files.isExecutable(ffprobe)) {
            return Optional.empty();
        }
        return version(ffmpeg)
                .map(text -> new FfmpegTools(
                        ffmpeg, ffprobe, text.lines().findFirst().orElse("ffmpeg"), build(ffmpeg, text)));
    }

    /** What it says of itself and its libraries, and its size, which differs between builds of one version. */
    private static String build(Path ffmpeg, String text) {
        String known = text + ffmpeg.toFile().length();
        return "ffmpeg-" + Fingerprint.of(known.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> version(Path ffmpeg) {
        try {
            Process process = new ProcessBuilder(ffmpeg.toString(), "-version")
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean runs = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
            if (!runs) {
                // The loader names the library that is missing, so that whoever reads this knows what to install.
                LOG.warn("{} does not run here: {}", ffmpeg, output.strip());
            }
            return runs ? Optional.of(output) : Optional.empty();
        } catch (IOException doesNotRun) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
