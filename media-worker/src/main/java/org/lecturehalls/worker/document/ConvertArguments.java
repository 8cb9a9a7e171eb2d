package org.lecturehalls.worker.document;

import java.nio.file.Path;
import java.util.List;

/** Arguments of a LibreOffice run. Computes and runs nothing. */
final class ConvertArguments {

    /** Folder inside the workspace that holds the input and gets the PDF. */
    static final String FOLDER = "tmp/convert";

    static final String PROFILE = "tmp/profile";

    private ConvertArguments() {}

    static List<String> of(Path soffice, Path workspace, OfficeFormat format) {
        return List.of(
                soffice.toString(),
                "-env:UserInstallation=" + workspace.resolve(PROFILE).toUri(),
                "--headless",
                "--norestore",
                "--nodefault",
                "--nolockcheck",
                "--nologo",
                "--infilter=" + format.importFilter(),
                "--convert-to",
                "pdf:" + format.exportFilter(),
                "--outdir",
                FOLDER,
                FOLDER + "/" + inputName(format));
    }

    static String inputName(OfficeFormat format) {
        return "document." + format.extension();
    }
}
