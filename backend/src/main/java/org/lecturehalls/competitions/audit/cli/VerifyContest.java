package org.lecturehalls.competitions.audit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.competitions.audit.LogCheck;

/**
 * The command {@code verify-contest.sh EXPORT [HEAD]}: checks an exported log with nothing but the file. With the head
 * that was published beside the ranking it also finds lines that were cut off the end. Exits with 0 when all is as it
 * was written, 1 when something is not, 2 when the file cannot be read.
 */
public final class VerifyContest {

    private VerifyContest() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exit = run(List.of(arguments), out, err);
        out.flush();
        System.exit(exit);
    }

    /** Answers the exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.isEmpty() || arguments.size() > 2 || arguments.get(0).startsWith("--")) {
            err.print("usage: verify-contest.sh EXPORT [HEAD]\n");
            return 2;
        }
        try {
            String text = Files.readString(Path.of(arguments.get(0)));
            List<String> problems = new ArrayList<>();
            LogCheck check = LogCheck.of(lines(text, problems));
            problems.addAll(0, check.problems());
            if (arguments.size() == 2 && !check.head().equals(arguments.get(1))) {
                problems.add("line " + check.lines() + ": the last line is not the one of head " + arguments.get(1));
            }
            return report(check, problems, out, err);
        } catch (CharacterCodingException e) {
            err.print("verify-contest.sh: the file holds bytes that are not UTF-8\n");
            return 1;
        } catch (IOException e) {
            err.print("verify-contest.sh: cannot read " + arguments.get(0) + "\n");
            return 2;
        }
    }

    private static List<String> lines(String text, List<String> problems) {
        if (!text.endsWith("\n")) {
            problems.add("the last line is not complete");
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static int report(LogCheck check, List<String> problems, PrintStream out, PrintStream err) {
        problems.forEach(problem -> err.print("verify-contest.sh: " + problem + "\n"));
        if (!problems.isEmpty()) {
            return 1;
        }
        out.print("%d lines, each as it was written; head %s%n".formatted(check.lines(), check.head()));
        check.rankings()
                .forEach(ranking -> out.print("line %d: the ranking of %d entries follows to the last digit%n"
                        .formatted(ranking.seq(), ranking.ranking().entries().size())));
        return 0;
    }
}
