package org.lecturehalls.competitions.ranking.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankScoresTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void ranksASheetOfScores() throws IOException {
        write("scores.csv", """
                entry,judge,criterion,score
                王村,J1,内容,8.25
                王村,J2,内容,8.00
                王村,J3,内容,7.50
                王村,J1,表达,9
                王村,J2,表达,9
                王村,J3,表达,8
                李村,J1,内容,9
                李村,J2,内容,9
                李村,J3,内容,1
                李村,J1,表达,8
                李村,J2,表达,8
                李村,J3,表达,8
                """);
        write("weights.csv", "criterion,weight\n表达,0.5\n");

        assertThat(rank(
                        "--weights",
                        at("weights.csv"),
                        "--method",
                        "trimmed",
                        "--drop",
                        "1",
                        "--scale",
                        "2",
                        "--rounding",
                        "half-up"))
                .isZero();
        assertThat(out()).isEqualTo("rank,entry,score\n1,李村,13.00\n2,王村,12.50\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void quotesWhatNeedsQuotesAndReadsThemToo() throws IOException {
        write("scores.csv", "\uFEFFscore,criterion,judge,entry\r\n7,c,j,\"a, \"\"b\"\"\r\nc\"\r\n\r\n6,c,j,\"d\"\r\n");

        assertThat(rank()).isZero();
        assertThat(out()).isEqualTo("rank,entry,score\n1,\"a, \"\"b\"\"\nc\",7.00\n2,d,6.00\n");
    }

    @Test
    void listsWhoCannotBeRankedLastAndSaysWhy() throws IOException {
        write("scores.csv", "entry,judge,criterion,score\na,j1,c,5\na,j1,d,5\nb,j1,c,9\nb,j1,d,\n");

        assertThat(rank()).isZero();
        assertThat(out()).isEqualTo("rank,entry,score\n1,a,10.00\n,b,\n");
        assertThat(err()).contains("b: no score for d");
    }

    @Test
    void saysWhenTooFewJudgesRemain() throws IOException {
        write("scores.csv", "entry,judge,criterion,score\na,j1,c,5\na,j2,c,6\n");

        assertThat(rank("--method", "trimmed", "--drop", "1")).isZero();
        assertThat(out()).isEqualTo("rank,entry,score\n1,a,5.50\n");
        assertThat(err()).contains("a: too few judges to drop any for c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,j1,c,x|line 2, column 4 (score)",
                "a,j1,c,1e3|line 2, column 4 (score)",
                "a,j1,c,NaN|line 2, column 4 (score)",
                "a,j1,c,'8,5'|line 2, column 5: 5 fields",
                ",j1,c,1|line 2, column 1 (entry)",
                "a,,c,1|line 2, column 2 (judge)",
                "a,j1,,1|line 2, column 3 (criterion)",
                "a,j1,1|line 2, column 4: 3 fields",
            })
    void namesBadRowsByLineAndColumnAndPrintsNothing(String row, String expected) throws IOException {
        write("scores.csv", "entry,judge,criterion,score\n" + row.replace("'", "") + "\na,j9,c,4\n");

        assertThat(rank()).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).contains(expected);
    }

    @Test
    void namesAllBadRowsAtOnce() throws IOException {
        write("scores.csv", "entry,judge,criterion,score\na,j1,c,x\na,j1,d,1\na,j1,d,1\n");

        assertThat(rank()).isEqualTo(2);
        assertThat(err())
                .contains("line 2, column 4")
                .contains("line 4, column 3")
                .contains("on line 3");
    }

    @Test
    void refusesFilesThatAreNotWhatTheyShouldBe() throws IOException {
        assertThat(rank()).isEqualTo(2);
        assertThat(err()).contains("scores.csv: cannot be read");
        write("scores.csv", "entry,judge,score\na,j,1\n");
        assertThat(rank()).isEqualTo(2);
        assertThat(err()).contains("line 1: there is no column criterion");
        write("scores.csv", "");
        assertThat(rank()).isEqualTo(2);
        write("scores.csv", "entry,judge,criterion,score\n");
        assertThat(rank()).isEqualTo(2);
        write("scores.csv", "entry,judge,criterion,score\na,j,\"c,1\n");
        assertThat(rank()).isEqualTo(2);
        assertThat(err()).contains("line 2, column 3: a quote is not closed");
        Files.write(
                folder.resolve("scores.csv"),
                "entry,judge,criterion,score\n王,j,c,1\n".getBytes(Charset.forName("GB18030")));
        assertThat(rank()).isEqualTo(2);
        assertThat(err()).contains("line 2: not UTF-8");
        assertThat(out()).isEmpty();
    }

    @Test
    void refusesBadWeights() throws IOException {
        write("scores.csv", "entry,judge,criterion,score\na,j,c,1\n");
        write("weights.csv", "criterion,weight\nc,-1\nd,1\nd,2\n");

        assertThat(rank("--weights", at("weights.csv"))).isEqualTo(2);
        assertThat(err())
                .contains("line 2, column 2 (weight)")
                .contains("line 4, column 1 (criterion): has two weights");
        assertThat(out()).isEmpty();
    }

    @Test
    void saysWhichWeightsWereNotUsed() throws IOException {
        write("scores.csv", "entry,judge,criterion,score\na,j,c,1\n");
        write("weights.csv", "criterion,weight\nC,2\n");

        assertThat(rank("--weights", at("weights.csv"))).isZero();
        assertThat(err()).contains("nobody scored C");
    }

    @ParameterizedTest
    @CsvSource({
        "--method,average",
        "--drop,-1",
        "--scale,x",
        "--scale,99",
        "--rounding,nearest",
        "--trim-by,judge",
        "--colour,red",
        "--shrinkage,0",
        "--method=,x"
    })
    void refusesOptionsItDoesNotKnow(String name, String value) throws IOException {
        write("scores.csv", "entry,judge,criterion,score\na,j,c,1\n");

        assertThat(rank(name, value)).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).startsWith("rank.sh: ");
    }

    @ParameterizedTest
    @CsvSource({"mean,6.67", "trimmed,7.00", "median,7.00", "judge-adjusted,6.79", "borda,1.67", "bradley-terry,1.07"})
    void offersEveryMethod(String method, String first) throws IOException {
        write("scores.csv", """
                entry,judge,criterion,score
                a,j1,c,5
                a,j2,c,8
                a,j3,c,7
                b,j1,c,6
                b,j2,c,3
                b,j3,c,3
                c,j1,c,1
                c,j2,c,2
                c,j3,c,2
                """);

        assertThat(rank("--method", method)).isZero();
        assertThat(out()).startsWith("rank,entry,score\n1,a," + first + "\n2,b,");
    }

    private int rank(String... options) {
        out.reset();
        List<String> arguments = new ArrayList<>(List.of(at("scores.csv")));
        arguments.addAll(List.of(options));
        return RankScores.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
