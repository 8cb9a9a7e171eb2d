package org.lecturehalls.worker;

import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.worker.document.DocumentSettings;
import org.lecturehalls.worker.jobs.JobSettings;
import org.lecturehalls.worker.photo.PhotoSettings;
import org.lecturehalls.worker.store.ObjectStore;
import org.lecturehalls.worker.store.S3ObjectStore;
import org.lecturehalls.worker.store.StorageSettings;
import org.lecturehalls.worker.video.PackWork;
import org.lecturehalls.worker.video.VideoSettings;
import org.lecturehalls.worker.work.PartWork;
import org.lecturehalls.worker.work.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the worker together. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerConfiguration.class);

    @Bean
    Workspaces workspaces(WorkerSettings worker) throws IOException {
        return Workspaces.open(worker.folder());
    }

    @Bean
    MediaProcessor mediaProcessor(
            WorkerSettings worker, VideoSettings video, PhotoSettings photo, DocumentSettings document)
            throws IOException {
        return MediaProcessor.of(worker, video, photo, document);
    }

    @Bean
    PartWork partWork(MediaProcessor processor) {
        return processor.parts();
    }

    @Bean
    PackWork packWork(MediaProcessor processor) {
        return processor.packs();
    }

    @Bean
    ObjectStore objectStore(StorageSettings storage) {
        return new S3ObjectStore(storage);
    }

    @Bean
    JobSettings jobSettings(WorkerSettings worker, VideoSettings video, MediaProcessor processor) throws IOException {
        if (!processor.convertsDocuments()) {
            LOG.warn("LibreOffice (soffice) was not found: this worker takes no document jobs");
        }
        return new JobSettings(
                id(worker.id()),
                processor.convertsDocuments(),
                video.partsAtATime(),
                worker.diskReserve().toBytes(),
                worker.shutdownGrace());
    }

    private static String id(@Nullable String setting) throws IOException {
        if (setting != null && !setting.isBlank()) {
            return setting;
        }
        return InetAddress.getLocalHost().getHostName() + "-"
                + ProcessHandle.current().pid();
    }
}
