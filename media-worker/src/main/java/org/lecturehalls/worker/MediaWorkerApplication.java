package org.lecturehalls.worker;

import java.io.IOException;
import java.util.Arrays;
import org.lecturehalls.worker.document.pdf.PdfTool;
import org.lecturehalls.worker.samples.SampleOptions;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * A stateless worker: takes a job, runs ffmpeg or LibreOffice, stores the result, answers.
 *
 * <p>The same jar is also the PDF tool that the worker runs in its sandbox, and a command to try a folder of files.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MediaWorkerApplication {

    private static final String PDF_TOOL = "pdf-tool";

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals(PDF_TOOL)) {
            PdfTool.main(Arrays.copyOfRange(args, 1, args.length));
        } else if (SampleOptions.asksForSamples(args)) {
            System.exit(SampleCommand.run(args));
        } else {
            SpringApplication.run(MediaWorkerApplication.class, args);
        }
    }
}
