package org.lecturehalls.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehalls.standalone.part.StartFailure;

class OptionsParserTest {

    @Test
    void servesThisMachineAloneUnlessAHostIsGiven() {
        Options options = OptionsParser.parse(List.of("--home", "/opt/halls"));

        assertThat(options.listenOn()).isEqualTo("127.0.0.1");
        assertThat(options.publicAddress(options.port())).isEqualTo("http://localhost:8080");
        assertThat(options.data()).isEqualTo(Path.of("/opt/halls/deploy/.data"));
        assertThat(options.workers()).isEqualTo(1);
        assertThat(options.sampleCity()).isFalse();
    }

    @Test
    void servesOtherMachinesUnderTheGivenHost() {
        Options options = OptionsParser.parse(
                List.of("--host", "halls.local", "--sample-city", "--port", "80", "--workers", "3"));

        assertThat(options.listenOn()).isEqualTo("0.0.0.0");
        assertThat(options.publicAddress(options.port())).isEqualTo("http://halls.local:80");
        assertThat(options.workers()).isEqualTo(3);
        assertThat(options.sampleCity()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 0",
        "--port, 65536",
        "--s3-port, many",
        "--workers, -1",
        "--host, http://halls.local",
        "--host, halls.local:8080",
        "--host, '-x'",
    })
    void saysWhatAnOptionTakes(String option, String value) {
        assertThatThrownBy(() -> OptionsParser.parse(List.of(option, value)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(option)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ports", "start"})
    void refusesWhatItDoesNotKnow(String option) {
        assertThatThrownBy(() -> OptionsParser.parse(List.of(option, "1")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(option);
    }

    @Test
    void asksForTheValueOfAnOption() {
        assertThatThrownBy(() -> OptionsParser.parse(List.of("--port")))
                .isInstanceOf(StartFailure.class)
                .hasMessage("The option --port needs a value.");
    }
}
