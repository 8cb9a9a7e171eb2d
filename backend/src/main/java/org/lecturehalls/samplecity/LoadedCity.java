package org.lecturehalls.samplecity;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Says that the sample city is all there. Written last. */
@Document("sampleCities")
record LoadedCity(@Id String id, Instant at, int sessions) {

    /** There is one. */
    static final String ID = "baise";
}
