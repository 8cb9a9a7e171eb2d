package org.lecturehalls.worker.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.sandbox.SandboxCommand;
import org.lecturehalls.worker.sandbox.SandboxLimits;
import org.lecturehalls.worker.sandbox.SandboxResult;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Converts one document with a fresh, sandboxed process and profile, so that no document meets what another one left. */
final class LibreOffice {

    private final Path soffice;
    private final Sandbox sandbox;
    private final SandboxLimits limits;

    LibreOffice(Path soffice, Sandbox sandbox, SandboxLimits limits) {
        this.soffice = soffice;
        this.sandbox = sandbox;
        this.limits = limits;
    }

    /** The PDF of the workspace's source, which was checked before. */
    Path convert(Workspace workspace, OfficeFormat format, StopSignal stop) throws IOException, WorkException {
        Path folder = Files.createDirectories(workspace.folder().resolve(ConvertArguments.FOLDER));
        LockedProfile.write(workspace.folder().resolve(ConvertArguments.PROFILE));
        Path input = folder.resolve(ConvertArguments.inputName(format));
        if (format.openXml()) {
            OpenXmlCleaner.clean(workspace.source(), input);
        } else {
            Files.createLink(input, workspace.source());
        }
        SandboxCommand command =
                SandboxCommand.in(workspace, ConvertArguments.of(soffice, workspace.folder(), format), limits);
        SandboxResult result = sandbox.run(command, stop, line -> {});
        Path pdf = folder.resolve("document.pdf");
        if (Files.isRegularFile(pdf) && result.successful()) {
            return pdf;
        }
        throw refusedOrFailed(result);
    }

    /** It ends with code 0 and no PDF when it cannot read a document. */
    private static WorkException refusedOrFailed(SandboxResult result) {
        if (result.end() == SandboxResult.End.TIMED_OUT) {
            return new WorkFailedException("LibreOffice " + result.describe() + ".", result.errorTail());
        }
        return new RefusedException(
                RefusalCode.DAMAGED, "LibreOffice cannot read the document; it " + result.describe() + ".");
    }
}
