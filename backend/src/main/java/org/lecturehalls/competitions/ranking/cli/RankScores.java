package org.lecturehalls.competitions.ranking.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lecturehalls.competitions.ranking.Note;
import org.lecturehalls.competitions.ranking.RankedEntry;
import org.lecturehalls.competitions.ranking.Ranking;
import org.lecturehalls.competitions.ranking.RankingEngine;
import org.lecturehalls.competitions.ranking.UnrankedEntry;

/**
 * The command {@code rank.sh}: ranks a spreadsheet and prints {@code rank,entry,score}. Exits with 2, and nothing on
 * standard output, when a file or option cannot be used.
 */
public final class RankScores {

    private final PrintStream out;
    private final PrintStream err;

    private RankScores(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        // Names are Chinese; the console's own charset may not be.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exit = run(List.of(arguments), out, err);
        out.flush();
        System.exit(exit);
    }

    /** Answers the exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(Options.USAGE + "\n");
            return 0;
        }
        try {
            Options options = Options.parse(arguments);
            ScoreFiles.Read read = ScoreFiles.read(options.scores(), options.weights());
            read.unusedWeights()
                    .forEach(
                            criterion -> err.print("rank.sh: a weight is not used: nobody scored " + criterion + "\n"));
            new RankScores(out, err).print(RankingEngine.rank(read.table(), options.rule()));
            return 0;
        } catch (BadInput e) {
            e.problems().forEach(problem -> err.print("rank.sh: " + problem + "\n"));
            return 2;
        }
    }

    private void print(Ranking ranking) {
        out.print("rank,entry,score\n");
        for (RankedEntry entry : ranking.entries()) {
            String score = entry.score().toPlainString();
            out.print(entry.rank() + "," + quoted(entry.entry()) + "," + score + "\n");
            notes(entry.entry(), entry.notes());
        }
        for (UnrankedEntry entry : ranking.unranked()) {
            out.print("," + quoted(entry.entry()) + ",\n");
            notes(entry.entry(), entry.notes());
        }
    }

    private void notes(String entry, List<Note> notes) {
        notes.forEach(note -> err.print("rank.sh: " + entry + ": " + note.sentence() + "\n"));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
