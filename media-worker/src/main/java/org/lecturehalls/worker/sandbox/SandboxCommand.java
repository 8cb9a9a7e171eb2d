package org.lecturehalls.worker.sandbox;

import java.nio.file.Path;
import java.util.List;
import org.lecturehalls.worker.work.Workspace;

/**
 * A program to run.
 *
 * @param arguments program and arguments; never text that a person chose
 * @param folder working directory
 * @param home home and temporary folder
 * @param limits what it may use
 */
public record SandboxCommand(List<String> arguments, Path folder, Path home, SandboxLimits limits) {

    public SandboxCommand {
        arguments = List.copyOf(arguments);
    }

    public static SandboxCommand in(Workspace workspace, List<String> arguments, SandboxLimits limits) {
        return new SandboxCommand(arguments, workspace.folder(), workspace.tmp(), limits);
    }
}
