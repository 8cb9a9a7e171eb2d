package org.lecturehalls.worker.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.worker.document.pdf.PdfTool;
import org.lecturehalls.worker.work.Workspace;

/** The command that runs the PDF tool with this program's own classes. Computes and runs nothing. */
final class PdfToolArguments {

    /** First argument that makes this program's jar be the PDF tool. */
    static final String COMMAND = "pdf-tool";

    /** What Java ends with when the heap is full. */
    static final int OUT_OF_MEMORY = 3;

    private PdfToolArguments() {}

    static List<String> of(DocumentSettings settings, Workspace workspace, Path pdf, Path fontCache) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.addAll(virtualMachine(settings, workspace, fontCache));
        arguments.addAll(program());
        arguments.add(workspace.folder().relativize(pdf).toString());
        arguments.add("out");
        arguments.add(PageArguments.DRAWINGS);
        arguments.add(Integer.toString(settings.maxPages()));
        arguments.add(Integer.toString(settings.maxPageImages()));
        arguments.add(Integer.toString(settings.imageSide()));
        return List.copyOf(arguments);
    }

    private static List<String> virtualMachine(DocumentSettings settings, Workspace workspace, Path fontCache) {
        return List.of(
                "-Xmx" + settings.heap().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + workspace.tmp(),
                "-Dpdfbox.fontcache=" + fontCache,
                "-Dlogback.configurationFile=pdf-tool-logback.xml");
    }

    /** Out of Boot's jar its launcher must start it; out of a plain class path the class itself can. */
    private static List<String> program() {
        String classPath = System.getProperty("java.class.path");
        boolean packaged = PdfTool.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getProtocol()
                .equals("jar");
        return packaged
                ? List.of("-jar", Path.of(classPath).toAbsolutePath().toString(), COMMAND)
                : List.of("-cp", absolute(classPath), PdfTool.class.getName());
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(java.io.File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(java.io.File.pathSeparator, entries);
    }
}
