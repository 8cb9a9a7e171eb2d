package org.lecturehalls.divisions;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A code that another has taken the place of, for example when a county becomes a district.
 *
 * @param year of the official list that first has the new code
 * @param carried true once no record is left under the old code
 */
@Document("division_changes")
record DivisionChange(
        @Id String oldCode,
        String newCode,
        int year,
        @Nullable Boolean carried) {

    DivisionChange(String oldCode, String newCode, int year) {
        this(oldCode, newCode, year, null);
    }

    @PersistenceCreator
    DivisionChange {}

    boolean saysTheSameAs(DivisionChange other) {
        return oldCode.equals(other.oldCode) && newCode.equals(other.newCode) && year == other.year;
    }
}
