package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.FilmTexts;
import org.lecturehalls.media.contract.FilmTexts.Chapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chapters and text tracks as ffprobe lists them. All of it is text that anybody could have written: it is cut to what is
 * sensible, and nothing of it ever becomes part of a command or a path.
 */
record SourceTexts(List<Chapter> chapters, List<SubtitleStream> subtitles) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> CODECS = Set.of("mov_text", "subrip", "ass", "ssa", "webvtt", "text");
    private static final int MOST_LANGUAGE = 20;

    /** One chapter for the whole says nothing. */
    private static final int FEWEST_CHAPTERS = 2;

    static final SourceTexts NONE = new SourceTexts(List.of(), List.of());

    /** @param index number of the stream in the file */
    record SubtitleStream(
            int index, @Nullable String language, @Nullable String title) {}

    /** @param seconds length of the presentation, behind which no chapter begins */
    static SourceTexts of(String json, double seconds) {
        try {
            JsonNode root = JSON.readTree(json);
            return new SourceTexts(chapters(root, seconds), subtitles(root));
        } catch (JacksonException | NumberFormatException e) {
            return NONE;
        }
    }

    private static List<Chapter> chapters(JsonNode root, double seconds) {
        List<Chapter> chapters = new ArrayList<>();
        double last = -1;
        List<JsonNode> listed = new ArrayList<>();
        root.path("chapters").forEach(listed::add);
        listed.sort(Comparator.comparingDouble(SourceTexts::start));
        for (JsonNode each : listed) {
            double start = start(each);
            if (start > last && start < seconds && chapters.size() < FilmTexts.MOST_CHAPTERS) {
                String title = CleanText.of(each.path("tags").path("title").asString(""), FilmTexts.MOST_TITLE);
                chapters.add(new Chapter(start, title == null ? Integer.toString(chapters.size() + 1) : title));
                last = start;
            }
        }
        return chapters.size() < FEWEST_CHAPTERS ? List.of() : List.copyOf(chapters);
    }

    private static double start(JsonNode chapter) {
        return Math.max(
                0, Math.round(Double.parseDouble(chapter.path("start_time").asString("0")) * 1000) / 1000.0);
    }

    private static List<SubtitleStream> subtitles(JsonNode root) {
        List<JsonNode> listed = new ArrayList<>();
        root.path("streams").forEach(listed::add);
        return listed.stream()
                .filter(each -> CODECS.contains(each.path("codec_name").asString("")))
                .sorted(Comparator.comparing(
                        each -> -each.path("disposition").path("default").asInt(0)))
                .limit(FilmTexts.MOST_SUBTITLES)
                .map(SourceTexts::subtitle)
                .toList();
    }

    private static SubtitleStream subtitle(JsonNode stream) {
        JsonNode tags = stream.path("tags");
        return new SubtitleStream(
                stream.path("index").asInt(),
                CleanText.of(tags.path("language").asString(""), MOST_LANGUAGE),
                CleanText.of(tags.path("title").asString(""), FilmTexts.MOST_TITLE));
    }
}
