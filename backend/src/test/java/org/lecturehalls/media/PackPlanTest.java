package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PackKind;
import org.lecturehalls.media.contract.PackReady.PackedFile;

/** Of what plain files are made, and what they are called. */
class PackPlanTest {

    @Test
    void takesTheLargestRungNotAbove360Lines() {
        assertThat(rungOf("256x144", "426x240", "640x360", "854x480", "1280x720"))
                .isEqualTo("640x360");
        assertThat(rungOf("144x256", "240x426", "360x640", "480x854")).isEqualTo("360x640");
        assertThat(rungOf("256x144", "426x240")).isEqualTo("426x240");
        assertThat(rungOf("854x480")).as("better than none").isEqualTo("854x480");
        assertThat(rungOf()).isEqualTo("none");
    }

    @Test
    void readsAllStretchesBehindOneInitialisation() {
        List<Stretch> chunks = List.of(
                new Stretch("a", 700, "x", 700, List.of(4.0, 4.0), List.of(10L, 20L)),
                new Stretch("b", 700, "x", 700, List.of(4.0), List.of(30L)));

        assertThat(PackPlan.stretches(chunks))
                .containsExactly(
                        new PackJob.Stretch("a", 0, 700),
                        new PackJob.Stretch("a", 700, 30),
                        new PackJob.Stretch("b", 700, 30));
    }

    @Test
    void namesFilesAsEverySystemTakesThem() {
        assertThat(saved("第一课", "")).isEqualTo("第一课.mp4");
        assertThat(saved("第一课", "第一课")).isEqualTo("第一课.mp4");
        assertThat(saved("第一课", "春耕")).isEqualTo("春耕 - 第一课.mp4");
        assertThat(saved("a/b\\c:d*e?f\"g<h>i|j\nk", "")).isEqualTo("a b c d e f g h i j k.mp4");
        assertThat(saved("../../etc/passwd", "")).isEqualTo("etc passwd.mp4");
        assertThat(saved("...", "")).isEqualTo("lesson.mp4");
        assertThat(saved("😀".repeat(200), "")
                        .codePointCount(0, saved("😀".repeat(200), "").length()))
                .isEqualTo(84);
    }

    private static String saved(String title, String album) {
        PackedFile file = new PackedFile(PackKind.VIDEO, "key", 1, "0".repeat(64));
        return new Packed(title, album, "p/", List.of(file)).savedAs(file);
    }

    private static String rungOf(String... sizes) {
        List<Product.Rung> rungs = Stream.of(sizes)
                .map(size -> size.split("x"))
                .map(size -> new Product.Rung(
                        size[0] + "x" + size[1],
                        Integer.parseInt(size[0]),
                        Integer.parseInt(size[1]),
                        25,
                        1,
                        1,
                        "",
                        null))
                .toList();
        Product product =
                new Product(rungs, null, 9.0, null, null, null, null, null, List.of(), null, 0, null, null, null, null);
        return PackPlan.rung(product).map(Product.Rung::name).orElse("none");
    }
}
