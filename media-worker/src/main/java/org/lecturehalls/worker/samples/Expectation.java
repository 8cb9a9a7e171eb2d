package org.lecturehalls.worker.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lecturehalls.media.contract.MediaKind;

/**
 * One line of the table of expected outcomes: {@code path, kind, outcome, what, measure}, separated by tabs.
 *
 * @param path of the file below the folder of samples
 * @param kind what it is uploaded as
 * @param outcome {@code READY}, {@code REFUSED} or {@code FAILED}
 * @param what names of the renditions in their order ({@code audio} for sound), {@code pages} for a document, or the code of the
 *     refusal
 * @param measure seconds, give or take half a second, or the number of pages; {@code -} when it does not matter
 */
record Expectation(String path, MediaKind kind, String outcome, String what, String measure) {

    private static final double TOLERANCE_SECONDS = 0.5;

    static Map<String, Expectation> read(Path table) throws IOException {
        Map<String, Expectation> expectations = new LinkedHashMap<>();
        for (String line : Files.readAllLines(table)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] fields = line.split("\t");
                expectations.put(
                        fields[0],
                        new Expectation(fields[0], MediaKind.valueOf(fields[1]), fields[2], fields[3], fields[4]));
            }
        }
        return expectations;
    }

    boolean metBy(Expectation actual) {
        return outcome.equals(actual.outcome) && what.equals(actual.what) && near(actual.measure);
    }

    private boolean near(String actual) {
        if (measure.equals("-") || measure.equals(actual)) {
            return true;
        }
        boolean seconds = measure.endsWith("s") && actual.endsWith("s");
        return seconds && Math.abs(value(measure) - value(actual)) <= TOLERANCE_SECONDS;
    }

    private static double value(String measure) {
        return Double.parseDouble(measure.substring(0, measure.length() - 1));
    }

    @Override
    public String toString() {
        return String.join("\t", path, kind.name(), outcome, what, measure);
    }
}
