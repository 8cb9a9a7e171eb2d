package org.lecturehalls.competitions.ranking.cli;

import java.util.List;

/** The files or options cannot be used; each problem is one line for the person who made them. */
final class BadInput extends Exception {

    private final transient List<String> problems;

    BadInput(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    BadInput(String problem) {
        this(List.of(problem));
    }

    List<String> problems() {
        return problems;
    }
}
