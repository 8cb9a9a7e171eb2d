package org.lecturehalls.competitions;

import java.math.BigDecimal;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

/** Points that are taken off for something that was announced before judging, for example running over time. */
record DeductionRule(
        String id,
        String name,
        @Field(targetType = FieldType.STRING) BigDecimal points) {}
