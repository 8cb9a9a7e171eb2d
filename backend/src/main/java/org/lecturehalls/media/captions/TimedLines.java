package org.lecturehalls.media.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SubRip and WebVTT alike: a line with two times, then lines of text up to an empty one. Everything else (numbers,
 * notes, styles, regions, and settings behind the times) is passed over.
 */
final class TimedLines {

    private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
    private static final Pattern TIMES =
            Pattern.compile("\\s{0,9}" + TIME + "\\s{0,9}-->\\s{0,9}" + TIME + "(?:\\s.*)?");
    private static final int GROUPS = 4;

    private final List<Cue> cues = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private long start = -1;
    private long end;

    private TimedLines() {}

    static List<Cue> read(String file) {
        TimedLines reader = new TimedLines();
        file.lines().forEach(reader::line);
        reader.finish();
        return reader.cues;
    }

    private void line(String line) {
        Matcher times = TIMES.matcher(line);
        if (line.contains("-->") && times.matches()) {
            dropNumber();
            finish();
            start = millis(times, 1);
            end = millis(times, 1 + GROUPS);
        } else if (line.isBlank()) {
            finish();
        } else if (start >= 0) {
            text.add(line);
        }
    }

    /** Some files have no empty line between captions, so that the next one's number looks like text. */
    private void dropNumber() {
        int last = text.size() - 1;
        if (last >= 0 && text.get(last).strip().matches("\\d{1,6}")) {
            text.remove(last);
        }
    }

    private void finish() {
        if (start >= 0) {
            CaptionFile.refuseMany(cues.size());
            cues.add(new Cue(start, end, String.join("\n", text)));
        }
        text.clear();
        start = -1;
    }

    private static long millis(Matcher times, int group) {
        long hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        long minutes = Long.parseLong(times.group(group + 1));
        long seconds = Long.parseLong(times.group(group + 2));
        String fraction = (times.group(group + 3) + "00").substring(0, 3);
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Long.parseLong(fraction);
    }
}
