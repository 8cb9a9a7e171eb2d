package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackNameTest {

    @ParameterizedTest
    @CsvSource({
        "chi,,zh,中文",
        "zho,,zh,中文",
        "eng,,en,English",
        "en,Commentary,en,Commentary",
        "zh_Hans,,zh-Hans,中文",
        "zha,,za,",
        "und,,und,字幕",
        ",,und,字幕",
        "'../x',,und,字幕",
        "eng,'a\"b',en,a b"
    })
    void callsTracksAsPlayersDo(String language, String title, String tag, String name) {
        TrackName track = TrackName.of(language, title);

        assertThat(track.language()).isEqualTo(tag);
        if (name != null) {
            assertThat(track.name()).isEqualTo(name);
        }
    }

    @Test
    void tellsTracksOfOneLanguageApart() {
        List<Caption> there = new ArrayList<>();
        for (String title : new String[] {null, null, "Lectures", "lectures"}) {
            TrackName name = TrackName.of(title == null ? "eng" : "fre", title).among(there);
            there.add(new Caption("", "", name.language(), name.name(), "", 1, Instant.EPOCH, 1L));
        }
        assertThat(there).extracting(Caption::language).containsExactly("en", "en-track2", "fr", "fr-track2");
        assertThat(there).extracting(Caption::name).containsExactly("English", "English 2", "Lectures", "lectures 2");
    }
}
