package org.lecturehalls.competitions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ranking.Criterion;
import org.lecturehalls.competitions.ranking.ScoreScale;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

/**
 * A criterion as judges see it. Decimals are stored as text, so that they come back as they went in.
 *
 * @param id names the criterion on score sheets
 * @param name what judges read
 * @param weight what a point counts
 * @param max the highest score
 * @param step the distance between neighbouring scores
 * @param min the lowest score; null for zero
 * @param description what judges look at; null when the name says it
 */
record RubricLine(
        String id,
        String name,
        @Field(targetType = FieldType.STRING) BigDecimal weight,
        @Field(targetType = FieldType.STRING) BigDecimal max,
        @Field(targetType = FieldType.STRING) BigDecimal step,
        @Nullable @Field(targetType = FieldType.STRING) BigDecimal min,
        @Nullable String description) {

    ScoreScale scale() {
        return new ScoreScale(min == null ? BigDecimal.ZERO : min, max, step);
    }

    Criterion criterion() {
        return new Criterion(id, weight);
    }
}
