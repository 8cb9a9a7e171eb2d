package org.lecturehalls.campaigns;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A campaign as it is stored.
 *
 * @param recountDue from when somebody has to count it anew; null when its figures follow its rules
 * @param countedAt when it was last counted from the sessions
 */
@Document("campaigns")
@CompoundIndex(def = "{'rules.region': 1, '_id': -1}")
@CompoundIndex(def = "{'state': 1}")
record Campaign(
        @Id String id,
        String title,
        String description,
        CampaignRules rules,
        CampaignTarget target,
        List<CountyTarget> counties,
        CampaignState state,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Instant recountDue,
        @Nullable Instant countedAt,
        long version) {

    /** A draft by its officers; a running or ended one also by those whose region it takes in. */
    boolean isSeenBy(CurrentUser user) {
        var open = state != CampaignState.DRAFT && rules.region().contains(user.region());
        return open || user.mayActIn(rules.region());
    }
}
