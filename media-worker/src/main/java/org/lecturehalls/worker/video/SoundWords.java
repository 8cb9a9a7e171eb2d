package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.SoundTrack;
import org.lecturehalls.worker.work.WorkException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a file says in words of one of its sounds. Sounds are good without words, so that nothing about them is a failure.
 *
 * @param language null when the file does not say
 * @param title null when there is none
 */
record SoundWords(@Nullable String language, @Nullable String title) {

    static final SoundWords NONE = new SoundWords(null, null);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_LISTED = 1 << 20;

    /** ISO 639 for a language that nobody has determined, which MP4 files name for want of any. */
    private static final String UNDETERMINED = "und";

    /** By the number of the stream in the file. */
    static Map<Integer, SoundWords> read(Ffprobe ffprobe, String demuxer) throws IOException, WorkException {
        return of(ffprobe.json(ProbeArguments.soundWords(demuxer), MOST_LISTED));
    }

    static Map<Integer, SoundWords> of(String json) {
        Map<Integer, SoundWords> words = new HashMap<>();
        try {
            for (JsonNode stream : JSON.readTree(json).path("streams")) {
                JsonNode tags = stream.path("tags");
                words.put(
                        stream.path("index").asInt(-1),
                        new SoundWords(
                                language(tags.path("language").asString("")),
                                CleanText.of(tags.path("title").asString(""), SoundTrack.MOST_TITLE)));
            }
        } catch (JacksonException e) {
            return Map.of();
        }
        return words;
    }

    private static @Nullable String language(String text) {
        String language = CleanText.of(text, SoundTrack.MOST_LANGUAGE);
        return UNDETERMINED.equals(language) ? null : language;
    }
}
