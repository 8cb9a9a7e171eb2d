package org.lecturehalls.worker.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageArgumentsTest {

    @Test
    void makesOnePictureOfEachDrawing() {
        List<String> arguments = PageArguments.of(17, 2);

        assertThat(arguments)
                .startsWith("-v", "error", "-nostdin", "-y", "-protocol_whitelist", "file")
                .containsSubsequence("-i", "file:drawings/page-0017.jpg", "-i", "file:drawings/page-0018.jpg")
                .containsSubsequence("-map", "0:v:0", "libwebp", "file:out/page-0017.webp")
                .containsSubsequence("-map", "1:v:0", "libwebp", "file:out/page-0018.webp");
    }
}
