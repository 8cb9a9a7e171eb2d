package org.lecturehalls.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.lecturehalls.worker.document.DocumentSettings;
import org.lecturehalls.worker.photo.PhotoSettings;
import org.lecturehalls.worker.samples.SampleOptions;
import org.lecturehalls.worker.samples.SampleRun;
import org.lecturehalls.worker.video.VideoSettings;
import org.lecturehalls.worker.work.Workspaces;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/**
 * The other way to use the worker's jar: {@code --inspect-folder=DIR [--expect=TABLE] [--keep=DIR] [--trap-port=N]} works on
 * files in a folder with the same code and the same settings, but with no broker and no store.
 */
final class SampleCommand {

    private SampleCommand() {}

    /** Exit code: 0 when all is as expected. */
    static int run(String[] args) throws IOException, InterruptedException {
        Binder settings = Binder.get(environment());
        WorkerSettings worker = settings.bindOrCreate("lecturehalls.worker", WorkerSettings.class);
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (Workspaces workspaces = Workspaces.open(worker.folder());
                MediaProcessor processor = MediaProcessor.of(
                        worker,
                        settings.bindOrCreate("lecturehalls.worker.video", VideoSettings.class),
                        settings.bindOrCreate("lecturehalls.worker.photo", PhotoSettings.class),
                        settings.bindOrCreate("lecturehalls.worker.document", DocumentSettings.class))) {
            return SampleRun.run(SampleOptions.parse(args), processor, workspaces, out) ? 0 : 1;
        }
    }

    /** Settings from the environment and system properties, as the worker reads them. */
    private static ConfigurableEnvironment environment() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        org.springframework.boot.context.properties.source.ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
