package org.lecturehalls.sessions.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CalendarWriterTest {

    private static final Instant START = Instant.parse("2026-05-09T01:00:00Z");

    @Test
    void isReadByAnotherCalendar() throws Exception {
        var entry = entry("乡村振兴, 第一讲; \"山歌\"\n带上小板凳", false);

        var calendar = read(CalendarWriter.write("百色市右江区讲习所", "Asia/Shanghai", List.of(entry)));

        assertThat(calendar.validate().getEntries()).isEmpty();
        var event = (VEvent) calendar.getComponents().get(0);
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("s1@lecture-halls");
        assertThat(event.getSequence().getSequenceNo()).isEqualTo(3);
        assertThat(event.getSummary().getValue()).isEqualTo(entry.title());
        assertThat(Instant.from(event.getDateTimeStart().getDate())).isEqualTo(START);
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
    }

    @Test
    void saysThatASessionIsCancelled() throws Exception {
        var calendar = read(CalendarWriter.write("x", "Asia/Shanghai", List.of(entry("x", true))));

        assertThat(((VEvent) calendar.getComponents().get(0)).getStatus().getValue())
                .isEqualTo("CANCELLED");
    }

    @Property(tries = 200)
    void carriesAnyTextThroughFoldingAndEscaping(
            @ForAll
                    @StringLength(min = 1, max = 300)
                    @Chars({'壮', ',', ';', ':', '"', '\n'})
                    @CharRange(from = 'a', to = 'e')
                    String text)
            throws Exception {
        var title = "讲" + text + "完";
        var written = CalendarWriter.write("x", "Asia/Shanghai", List.of(entry(title, false)));

        assertThat(written.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(((VEvent) read(written).getComponents().get(0)).getSummary().getValue())
                .isEqualTo(title);
    }

    @Test
    void escapesBackslashesBeforeAnythingElse() {
        var written = CalendarWriter.write("x", "Asia/Shanghai", List.of(entry("a\\\nb", false)));

        assertThat(written).contains("SUMMARY:a\\\\\\nb\r\n");
    }

    @Test
    void foldsBetweenCharactersOfAnyWidth() {
        var title = "𠮷é讲a".repeat(40);

        var written = CalendarWriter.write("x", "Asia/Shanghai", List.of(entry(title, false)));

        assertThat(written.replace("\r\n ", "")).contains("SUMMARY:" + title + "\r\n");
    }

    private static CalendarEntry entry(String title, boolean cancelled) {
        return new CalendarEntry(
                "s1@lecture-halls",
                3,
                START.minus(Duration.ofDays(1)),
                START,
                START.plus(Duration.ofHours(2)),
                title,
                "龙景街道讲习所",
                23.9,
                106.6,
                "讲习员: 李某",
                "https://halls.example/sessions/s1",
                cancelled);
    }

    private static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }
}
