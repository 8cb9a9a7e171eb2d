package org.lecturehalls;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Capabilities use each other's public faces only, and in no circle. */
class ModularityTest {

    @Test
    void capabilitiesKeepToTheirBounds() {
        ApplicationModules.of(LectureHallsApplication.class).verify();
    }
}
