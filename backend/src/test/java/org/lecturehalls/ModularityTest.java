package org.lecturehalls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Capabilities use each other's public faces only, and in no circle. */
class ModularityTest {

    /** The messages between backend and worker are a Maven module of their own, for whoever needs their terms. */
    private static final String CONTRACT = "org.lecturehalls.media.contract..";

    @Test
    void capabilitiesKeepToTheirBounds() {
        ApplicationModules.of(LectureHallsApplication.class, resideInAPackage(CONTRACT))
                .verify();
    }
}
