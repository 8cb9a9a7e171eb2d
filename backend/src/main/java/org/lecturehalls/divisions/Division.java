package org.lecturehalls.divisions;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revision;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One division. Names repeat (there are five 新华村 in one city), so the code is the key.
 *
 * @param parent code of the division it lies in, empty for a province
 * @param latest who changed it last; null in what the project carries
 */
@Document("divisions")
record Division(
        @Id String code,
        String name,
        @Indexed String parent,
        @Nullable Revision latest) {

    static Division of(RegionCode code, String name) {
        List<String> above = above(code);
        return new Division(code.value(), name, above.isEmpty() ? "" : above.get(above.size() - 1), null);
    }

    Division after(Revision revision) {
        return new Division(code, name, parent, revision);
    }

    /** Codes of the divisions around this one, the largest first. */
    static List<String> above(RegionCode code) {
        return IntStream.of(DivisionLevel.lengthsAbove(code.value().length()))
                .mapToObj(length -> code.value().substring(0, length))
                .toList();
    }
}
