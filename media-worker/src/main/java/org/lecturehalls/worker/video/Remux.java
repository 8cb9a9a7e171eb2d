package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.sandbox.SandboxCommand;
import org.lecturehalls.worker.sandbox.SandboxLimits;
import org.lecturehalls.worker.sandbox.SandboxResult;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/**
 * Puts an MPEG-TS source into a Matroska file, without encoding anything. A transport stream has no index, so a seek in it
 * lands anywhere; in the new file it is exact.
 */
final class Remux {

    private static final String TARGET = "tmp/remuxed";

    private final FfmpegTools tools;
    private final Sandbox sandbox;
    private final SandboxLimits limits;

    Remux(FfmpegTools tools, Sandbox sandbox, SandboxLimits limits) {
        this.tools = tools;
        this.sandbox = sandbox;
        this.limits = limits;
    }

    /** Replaces the workspace's source. */
    void run(Workspace workspace, StopSignal stop) throws IOException, WorkException {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString()));
        command.addAll(arguments());
        SandboxResult result = sandbox.run(SandboxCommand.in(workspace, command, limits), stop, line -> {});
        if (!result.successful()) {
            throw new WorkFailedException("ffmpeg " + result.describe() + ".", result.errorTail());
        }
        Path remuxed = workspace.folder().resolve(TARGET);
        Files.move(remuxed, workspace.source(), StandardCopyOption.REPLACE_EXISTING);
    }

    static List<String> arguments() {
        return List.of(
                "-hide_banner",
                "-nostdin",
                "-v",
                "error",
                "-y",
                "-protocol_whitelist",
                "file",
                "-f",
                String.valueOf(FileFormat.MPEG_TS.demuxer()),
                "-i",
                "file:" + Workspace.SOURCE,
                "-map",
                "0:v",
                "-map",
                "0:a?",
                "-c",
                "copy",
                "-f",
                "matroska",
                "file:" + TARGET);
    }
}
