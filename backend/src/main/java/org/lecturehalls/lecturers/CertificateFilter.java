package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which certificates are wanted; null stands for all.
 *
 * @param expiringBefore only those that are good today and are no more on that day
 */
record CertificateFilter(
        @Nullable String lecturerId,
        @Nullable String cohortId,
        @Nullable LocalDate expiringBefore) {

    Criteria criteria(LocalDate today) {
        List<Criteria> all = new ArrayList<>();
        // Some condition has to be there, and this one takes nothing away.
        all.add(where("deletedAt").is(null));
        if (lecturerId != null) {
            all.add(where("lecturerId").is(lecturerId));
        }
        if (cohortId != null) {
            all.add(where("cohortId").is(cohortId));
        }
        if (expiringBefore != null) {
            all.add(validFrom(today));
            all.add(where("expiry").lt(Certificate.expiry(expiringBefore, "")));
        }
        return new Criteria().andOperator(all);
    }

    /** Those that are good on a day. */
    static Criteria validFrom(LocalDate day) {
        return where("revoked").is(null).and("expiry").gte(Certificate.expiry(day, ""));
    }
}
