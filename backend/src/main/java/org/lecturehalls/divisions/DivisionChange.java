package org.lecturehalls.divisions;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A code that another has taken the place of, for example when a county becomes a district.
 *
 * @param year of the official list that first has the new code
 */
@Document("division_changes")
record DivisionChange(@Id String oldCode, String newCode, int year) {}
