package org.lecturehalls.media.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what is said in a SubStation Alpha file (ssa, ass): the dialogue lines of its events, without styles or drawings. */
final class AssEvents {

    private static final Pattern TIME = Pattern.compile("(\\d{1,4}):(\\d{1,2}):(\\d{1,2})[.:](\\d{1,2})");
    private static final Pattern OVERRIDES = Pattern.compile("\\{[^{}]{0,2000}}");
    private static final Pattern DRAWING = Pattern.compile("\\{[^{}]{0,2000}\\\\p[1-9]");
    private static final List<String> USUAL =
            List.of("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text");

    private final List<Cue> cues = new ArrayList<>();
    private List<String> format = USUAL;

    private AssEvents() {}

    static boolean isOne(String file) {
        String start = file.substring(0, Math.min(file.length(), 20_000)).toLowerCase(Locale.ROOT);
        return start.contains("[script info]") || start.contains("[events]");
    }

    static List<Cue> read(String file) {
        AssEvents reader = new AssEvents();
        boolean events = false;
        for (String line : file.lines().toList()) {
            String trimmed = line.strip();
            if (trimmed.startsWith("[")) {
                events = trimmed.equalsIgnoreCase("[Events]");
            } else if (events) {
                reader.line(trimmed);
            }
        }
        return reader.cues;
    }

    private void line(String line) {
        if (line.startsWith("Format:")) {
            List<String> named = Stream.of(line.substring("Format:".length()).split(","))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            format = named.containsAll(List.of("start", "end", "text")) ? named : USUAL;
        } else if (line.startsWith("Dialogue:")) {
            dialogue(line.substring("Dialogue:".length()).split(",", format.size()));
        }
    }

    private void dialogue(String[] fields) {
        if (fields.length < format.size()) {
            return;
        }
        Matcher start = TIME.matcher(fields[format.indexOf("start")].strip());
        Matcher end = TIME.matcher(fields[format.indexOf("end")].strip());
        String text = fields[format.indexOf("text")];
        if (start.matches() && end.matches() && !DRAWING.matcher(text).find()) {
            CaptionFile.refuseMany(cues.size());
            cues.add(new Cue(millis(start), millis(end), spoken(text)));
        }
    }

    private static String spoken(String text) {
        return OVERRIDES
                .matcher(text)
                .replaceAll("")
                .replace("\\N", "\n")
                .replace("\\n", "\n")
                .replace("\\h", " ");
    }

    private static long millis(Matcher time) {
        long seconds = (Long.parseLong(time.group(1)) * 60 + Long.parseLong(time.group(2))) * 60
                + Long.parseLong(time.group(3));
        return seconds * 1000 + Long.parseLong((time.group(4) + "0").substring(0, 2)) * 10;
    }
}
