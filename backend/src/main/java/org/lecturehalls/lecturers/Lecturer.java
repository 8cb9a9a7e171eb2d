package org.lecturehalls.lecturers;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revised;
import org.lecturehalls.history.Revision;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A lecturer as kept.
 *
 * @param sealedPhone the phone number as {@link PhoneVault} sealed it; null when none was given
 */
@Document("lecturers")
record Lecturer(
        @Id String id,
        @Indexed(unique = true) String number,
        String name,
        @Indexed RegionCode region,
        List<LecturerCategory> categories,
        List<String> subjects,
        List<LectureForm> formats,
        List<SpokenLanguage> languages,
        @Nullable String homeHallId,
        @Indexed @Nullable String teamId,
        @Indexed(unique = true, sparse = true) @Nullable String userId,
        @Nullable String sealedPhone,
        @Nullable Instant deletedAt,
        Revision revision)
        implements Revised<Lecturer> {

    static Lecturer of(
            String id, LecturerInput input, RegionCode region, @Nullable String sealedPhone, Revision revision) {
        return new Lecturer(
                id,
                input.number(),
                input.name().strip(),
                region,
                input.categories(),
                input.subjects(),
                input.formats(),
                input.languages(),
                input.homeHallId(),
                input.teamId(),
                input.userId(),
                sealedPhone,
                null,
                revision);
    }

    @Override
    public Lecturer revised(Revision next, @Nullable Instant deleted) {
        return new Lecturer(
                id,
                number,
                name,
                region,
                categories,
                subjects,
                formats,
                languages,
                homeHallId,
                teamId,
                userId,
                sealedPhone,
                deleted,
                next);
    }

    /** Without anything that tells who it was; the number stays, so that past sessions still add up. */
    Lecturer erased(Revision next, Instant now) {
        return new Lecturer(
                id, number, "", region, categories, List.of(), List.of(), List.of(), null, null, null, null, now, next);
    }

    LecturerSummary summary(boolean certified) {
        return new LecturerSummary(id, name, region, userId, teamId, certified);
    }

    @Override
    public boolean hasSecretChange(Lecturer before) {
        return !Objects.equals(sealedPhone, before.sealedPhone);
    }

    @Override
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("name", name);
        fields.put("region", region.value());
        fields.put("categories", labels(categories, LecturerCategory.LABELS));
        fields.put("subjects", String.join("；", subjects));
        fields.put("formats", labels(formats, LectureForm.LABELS));
        fields.put("languages", labels(languages, SpokenLanguage.LABELS));
        fields.put("homeHallId", Objects.requireNonNullElse(homeHallId, ""));
        fields.put("teamId", Objects.requireNonNullElse(teamId, ""));
        fields.put("userId", Objects.requireNonNullElse(userId, ""));
        return fields;
    }

    private static <E> String labels(List<E> values, Map<E, String> labels) {
        return values.stream().map(labels::get).collect(Collectors.joining("；"));
    }
}
