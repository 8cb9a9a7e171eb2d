package org.lecturehalls.regions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.springframework.data.mongodb.core.query.Criteria;

/** The part of a collection that lies inside a division. */
public final class RegionScope {

    private RegionScope() {}

    /** Records whose code, in the named field, is the division's or that of one inside it. */
    public static Criteria inside(String field, RegionCode scope) {
        // A range, since every MongoDB can use an index for it; the colon sorts behind all digits.
        return where(field).gte(scope.value()).lt(scope.value() + ":");
    }
}
