package org.lecturehalls.competitions.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.competitions.audit.LogKind;
import org.lecturehalls.competitions.audit.LogLine;

class VerifyContestTest {

    private static final String TIME = "2026-05-01T08:00:00Z";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysThatEachRankingFollows() throws IOException {
        List<String> lines = contest("90.50");

        assertThat(verify(lines)).isZero();
        assertThat(said(out))
                .contains("4 lines, each as it was written")
                .contains(LogLine.hashOf(lines.get(3)))
                .contains("line 4: the ranking of 1 entries follows to the last digit");
    }

    @Test
    void namesTheEntryOfARankingThatDoesNotFollow() throws IOException {
        assertThat(verify(contest("90.51"))).isEqualTo(1);
        assertThat(said(err))
                .contains("line 4: entry e1 was published as \"1 90.51\" and the log makes it \"1 90.50\"");
    }

    @Test
    void namesAChangedLineWhateverWasChanged() throws IOException {
        List<String> lines = contest("90.50");
        lines.set(
                1,
                lines.get(1).replace("\"score\":\"90.5\"", "\"score\":\"95.5\"").replace("90.5", "95.5"));

        assertThat(verify(lines)).isEqualTo(1);
        assertThat(said(err)).contains("line 2: its content is not what its hash was made of");
    }

    @Test
    void findsLinesCutOffByTheHead() throws IOException {
        List<String> lines = contest("90.50");
        String head = LogLine.hashOf(lines.get(3));

        assertThat(verify(lines, head)).isZero();
        assertThat(verify(lines.subList(0, 3))).isZero();
        assertThat(verify(lines.subList(0, 3), head)).isEqualTo(1);
        assertThat(said(err)).contains("the last line is not the one of head " + head);
    }

    @Test
    void tellsFilesThatAreNoneAndHowItIsUsed() throws IOException {
        assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        Path empty = Files.writeString(folder.resolve("empty"), "");
        assertThat(run(empty.toString())).isEqualTo(1);
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, '\n'});
        assertThat(run(bytes.toString())).isEqualTo(1);
    }

    private static List<String> contest(String published) {
        List<String> lines = new ArrayList<>();
        Map<String, ?> rule = Map.of(
                "method",
                "MEAN",
                "drop",
                0,
                "basis",
                "CRITERION",
                "scale",
                2,
                "rounding",
                "HALF_UP",
                "tieBreaks",
                List.of());
        add(
                lines,
                LogKind.FROZEN,
                Map.of(
                        "rubric", List.of(Map.of("id", "c", "weight", "1")),
                        "rule", rule,
                        "entries", List.of(Map.of("id", "e1", "judges", List.of("j1", "j2")))));
        add(lines, LogKind.SHEET_SUBMITTED, Map.of("entry", "e1", "judge", "j1", "scores", Map.of("c", "90.5")));
        add(lines, LogKind.SHEET_SUBMITTED, Map.of("entry", "e1", "judge", "left", "scores", Map.of("c", "1")));
        add(lines, LogKind.PUBLISHED, Map.of("ranking", List.of(Map.of("entry", "e1", "rank", 1, "score", published))));
        return lines;
    }

    private static void add(List<String> lines, String kind, Map<String, ?> data) {
        String previous = lines.isEmpty() ? LogLine.NO_LINE : LogLine.hashOf(lines.get(lines.size() - 1));
        lines.add(LogLine.after(previous, lines.size() + 1L, TIME, "officer", kind, data)
                .text());
    }

    private int verify(List<String> lines, String... head) throws IOException {
        Path file = Files.writeString(folder.resolve("export"), String.join("\n", lines) + "\n");
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(head));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return VerifyContest.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
