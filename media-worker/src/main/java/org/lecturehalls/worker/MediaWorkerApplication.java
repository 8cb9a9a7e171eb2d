package org.lecturehalls.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** A stateless worker: takes a job, runs ffmpeg or LibreOffice, stores the result, answers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MediaWorkerApplication {

    public static void main(String[] args) {
        SpringApplication.run(MediaWorkerApplication.class, args);
    }
}
