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
import org.lecturehalls.worker.work.WorkStoppedException;
import org.lecturehalls.worker.work.Workspace;

/** Runs ffprobe in the sandbox for one workspace. */
final class Ffprobe {

    private final FfmpegTools tools;
    private final Sandbox sandbox;
    private final SandboxLimits limits;
    private final Workspace workspace;
    private final StopSignal stop;

    Ffprobe(FfmpegTools tools, Sandbox sandbox, SandboxLimits limits, Workspace workspace, StopSignal stop) {
        this.tools = tools;
        this.sandbox = sandbox;
        this.limits = limits;
        this.workspace = workspace;
        this.stop = stop;
    }

    /**
     * Hands on each line. A file that cannot be read is no failure of ours: the caller judges by what came, and by the result.
     *
     * @throws WorkFailedException when a limit of time or memory ended it
     */
    SandboxResult lines(List<String> arguments, Consumer<String> lines) throws IOException, WorkException {
        SandboxResult result = run(arguments, lines);
        if (result.endedByLimit()) {
            throw new WorkFailedException("ffprobe " + result.describe() + ".", result.errorTail());
        }
        return result;
    }

    List<ProbeLine> read(List<String> arguments) throws IOException, WorkException {
        List<ProbeLine> read = new ArrayList<>();
        lines(arguments, line -> read.add(new ProbeLine(line)));
        return read;
    }

    /**
     * What is printed as JSON, up to a bound.
     *
     * @param most characters; lines beyond are left out, so that what is longer is no JSON any more
     */
    String json(List<String> arguments, int most) throws IOException, WorkException {
        StringBuilder json = new StringBuilder();
        lines(arguments, line -> {
            if (json.length() + line.length() < most) {
                json.append(line).append('\n');
            }
        });
        return json.toString();
    }

    private SandboxResult run(List<String> arguments, Consumer<String> lines) throws IOException, WorkStoppedException {
        List<String> command = new ArrayList<>(List.of(tools.ffprobe().toString()));
        command.addAll(arguments);
        return sandbox.run(SandboxCommand.in(workspace, command, limits), stop, lines);
    }
}
