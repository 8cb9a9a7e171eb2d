package org.lecturehalls.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lecturehalls.standalone.part.PortNeed;
import org.lecturehalls.standalone.part.StartFailure;

class OutsideTest {

    private final Options options = OptionsParser.parse(List.of());

    @Test
    void needsAPortForEachEmbeddedPart() {
        assertThat(options.portNeeds(new Outside(Map.of())))
                .extracting(PortNeed::port)
                .containsExactly(8080, 27017, 9000, 61616, 8180);
    }

    @Test
    void needsNoPortForPartsThatAreOutside() {
        Outside outside = new Outside(Map.of(
                "SPRING_MONGODB_URI", "mongodb://db/halls",
                "LECTUREHALLS_STORAGE_ENDPOINT", "https://s3.example",
                "LECTUREHALLS_STORAGE_ACCESSKEY", "key",
                "LECTUREHALLS_STORAGE_SECRETKEY", "secret",
                "SPRING_ARTEMIS_BROKERURL", "tcp://broker:61616",
                "LECTUREHALLS_IDENTITY_ISSUERURI", "https://id.example/realms/halls"));

        assertThat(options.portNeeds(outside)).extracting(PortNeed::port).containsExactly(8080);
    }

    @Test
    void anEmptyVariableIsNoSetting() {
        assertThat(new Outside(Map.of("SPRING_MONGODB_URI", " ")).hasMongo()).isFalse();
    }

    @Test
    void refusesAnOutsideStoreWithoutKeys() {
        assertThatThrownBy(() -> new Outside(Map.of("LECTUREHALLS_STORAGE_ENDPOINT", "https://s3.example")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("LECTUREHALLS_STORAGE_ACCESSKEY");
    }
}
