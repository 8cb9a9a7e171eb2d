package org.lecturehalls.media;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.CannotCut;
import org.lecturehalls.media.contract.CheckReady;
import org.lecturehalls.media.contract.ChunkReady;
import org.lecturehalls.media.contract.DocumentReady;
import org.lecturehalls.media.contract.JobClaim;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PackReady;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.media.contract.PhotoReady;
import org.lecturehalls.media.contract.PicturesReady;
import org.lecturehalls.media.contract.SoundPiece;
import org.lecturehalls.media.contract.SoundReady;
import org.lecturehalls.media.contract.VideoPlanned;
import org.lecturehalls.media.contract.VideoReady;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The records of the media contract as text. The type travels beside the text, so no text can choose a class. */
@Component
class MediaMessages {

    private static final Map<String, Class<?>> TYPES = Stream.of(
                    MediaJob.class,
                    JobClaim.class,
                    JobProgress.class,
                    VideoReady.class,
                    VideoPlanned.class,
                    PartJob.class,
                    PackJob.class,
                    PackReady.class,
                    ChunkReady.class,
                    SoundPiece.class,
                    SoundReady.class,
                    PicturesReady.class,
                    CheckReady.class,
                    CannotCut.class,
                    DocumentReady.class,
                    PhotoReady.class,
                    JobRefused.class,
                    JobFailed.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String write(Object message) {
        return json.writeValueAsString(message);
    }

    static String typeOf(Object message) {
        return message.getClass().getSimpleName();
    }

    /** The message; null when the type is unknown or the text is not one of that type. */
    @Nullable
    Object read(@Nullable String type, String text) {
        Class<?> known = type == null ? null : TYPES.get(type);
        try {
            return known == null ? null : json.readValue(text, known);
        } catch (JacksonException e) {
            return null;
        }
    }
}
