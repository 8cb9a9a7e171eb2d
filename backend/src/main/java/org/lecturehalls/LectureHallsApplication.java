package org.lecturehalls;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The backend. Each package below is one capability; the package itself is the capability's public face. */
// Capabilities may use the same word for different things, so beans are named by package and class.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class LectureHallsApplication {

    public static void main(String[] args) {
        SpringApplication.run(LectureHallsApplication.class, args);
    }
}
