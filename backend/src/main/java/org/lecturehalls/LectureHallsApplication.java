package org.lecturehalls;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The backend. Each package below is one capability; the package itself is the capability's public face. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LectureHallsApplication {

    public static void main(String[] args) {
        SpringApplication.run(LectureHallsApplication.class, args);
    }
}
