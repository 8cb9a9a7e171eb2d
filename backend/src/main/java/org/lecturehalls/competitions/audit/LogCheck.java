package org.lecturehalls.competitions.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a log is as it was written, line by line, and whether each ranking in it follows from the lines before it.
 *
 * @param lines how many lines were read
 * @param head hash of the last line; two copies of a log with the same head are the same
 * @param rankings the rankings that were published, as they were made again
 * @param problems what is wrong, naming the line; empty when nothing is
 */
public record LogCheck(long lines, String head, List<ContestReplay.Rebuilt> rankings, List<String> problems) {

    public boolean sound() {
        return problems.isEmpty();
    }

    /** After a line that is not what was written, nothing further can be said, so the first such line is named. */
    public static LogCheck of(Iterable<String> texts) {
        ContestReplay replay = new ContestReplay();
        List<String> problems = new ArrayList<>();
        String previous = LogLine.NO_LINE;
        long seq = 0;
        for (String text : texts) {
            try {
                LogLine line = LogLine.checked(text, previous, ++seq);
                replay.take(line);
                previous = line.hash();
            } catch (IllegalArgumentException | ClassCastException | ArithmeticException e) {
                problems.add("line " + seq + ": " + e.getMessage());
                break;
            }
        }
        replay.rebuilt().forEach(ranking -> problems.addAll(ranking.differences()));
        if (seq == 0) {
            problems.add("line 1: there is none");
        }
        return new LogCheck(seq, previous, replay.rebuilt(), List.copyOf(problems));
    }
}
