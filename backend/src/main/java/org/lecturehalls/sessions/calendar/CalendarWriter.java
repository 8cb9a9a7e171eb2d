package org.lecturehalls.sessions.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes iCalendar (RFC 5545). Times are in UTC, so no time zone has to be carried along; each occurrence of a series is an
 * entry of its own, because a moved or skipped one is then an ordinary change that every calendar understands.
 */
public final class CalendarWriter {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** RFC 5545, 3.1: lines longer than this many octets are folded. */
    private static final int LINE_OCTETS = 75;

    private final StringBuilder out = new StringBuilder(4096);

    private CalendarWriter() {}

    /** A whole calendar, ready to be sent as {@code text/calendar; charset=utf-8}. */
    public static String write(String name, String zone, List<CalendarEntry> entries) {
        var writer = new CalendarWriter();
        writer.line("BEGIN", "VCALENDAR");
        writer.line("VERSION", "2.0");
        writer.line("PRODID", "-//lecture halls//sessions//ZH");
        writer.line("CALSCALE", "GREGORIAN");
        writer.text("X-WR-CALNAME", name);
        writer.line("X-WR-TIMEZONE", zone);
        entries.forEach(writer::entry);
        writer.line("END", "VCALENDAR");
        return writer.out.toString();
    }

    private void entry(CalendarEntry entry) {
        line("BEGIN", "VEVENT");
        text("UID", entry.uid());
        line("DTSTAMP", stamp(entry.changedAt()));
        line("LAST-MODIFIED", stamp(entry.changedAt()));
        line("SEQUENCE", Integer.toString(entry.sequence()));
        line("DTSTART", stamp(entry.startsAt()));
        line("DTEND", stamp(entry.endsAt()));
        text("SUMMARY", entry.title());
        text("LOCATION", entry.place());
        position(entry.latitude(), entry.longitude());
        text("DESCRIPTION", entry.description());
        if (entry.address() != null) {
            line("URL", entry.address());
        }
        line("STATUS", entry.cancelled() ? "CANCELLED" : "CONFIRMED");
        line("END", "VEVENT");
    }

    private void position(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude != null && longitude != null) {
            line("GEO", String.format(Locale.ROOT, "%.6f;%.6f", latitude, longitude));
        }
    }

    private void text(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            line(name, escape(value));
        }
    }

    private static String stamp(Instant time) {
        return STAMP.format(time);
    }

    /** RFC 5545, 3.3.11. Control characters have no way to be written and are left out. */
    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n|\r|\n", "\\\\n")
                .replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", "");
    }

    /** Folds between characters, never inside one: a calendar that reads bytes would show half a 字. */
    private void line(String name, String value) {
        var line = name + ":" + value;
        var octets = 0;
        for (var at = 0; at < line.length(); ) {
            var character = line.codePointAt(at);
            var width = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LINE_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(character);
            octets += width;
            at += Character.charCount(character);
        }
        out.append("\r\n");
    }
}
