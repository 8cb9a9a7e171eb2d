package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.sandbox.SandboxCommand;
import org.lecturehalls.worker.sandbox.SandboxLimits;
import org.lecturehalls.worker.sandbox.SandboxResult;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Runs ffmpeg to make renditions. */
final class Transcoder {

    private final FfmpegTools tools;
    private final Sandbox sandbox;
    private final SandboxLimits limits;

    Transcoder(FfmpegTools tools, Sandbox sandbox, SandboxLimits limits) {
        this.tools = tools;
        this.sandbox = sandbox;
        this.limits = limits;
    }

    /** As {@link #run}, where a part of what was asked for may be missing afterwards. Only a limit is a failure. */
    void runAsFarAsItGoes(List<String> arguments, Workspace workspace, StopSignal stop)
            throws IOException, WorkException {
        SandboxResult result = sandbox.run(SandboxCommand.in(workspace, command(arguments), limits), stop, line -> {});
        if (result.endedByLimit()) {
            throw new WorkFailedException("ffmpeg " + result.describe() + ".", result.errorTail());
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString()));
        command.addAll(arguments);
        return command;
    }

    /**
     * Leaves what the arguments ask for in the workspace.
     *
     * @return what ffmpeg complained about in the source; empty for a sound one
     */
    String run(List<String> arguments, Workspace workspace, StopSignal stop, Consumer<String> progress)
            throws IOException, WorkException {
        SandboxResult result = sandbox.run(SandboxCommand.in(workspace, command(arguments), limits), stop, progress);
        if (!result.successful()) {
            throw new WorkFailedException("ffmpeg " + result.describe() + ".", result.errorTail());
        }
        return result.errorTail();
    }
}
