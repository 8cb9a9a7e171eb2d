package org.lecturehalls.campaigns;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.StaleVersionException;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Describes, starts and ends campaigns. */
@Service
class Campaigns {

    private final CampaignStore store;
    private final CampaignSettings settings;
    private final Idempotency idempotency;
    private final Clock clock;

    Campaigns(CampaignStore store, CampaignSettings settings, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** @return fails as not found when the person may not see it */
    Mono<Campaign> get(String id, CurrentUser user) {
        return store.find(id)
                .filter(campaign -> campaign.isSeenBy(user))
                .filter(campaign -> campaign.state() != CampaignState.DRAFT || isOfficer(user))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<Campaign> create(CampaignInput input, @Nullable String key, CurrentUser user) {
        return checked(input, user)
                .flatMap(sound -> idempotency.once(
                        user.id(),
                        "campaigns",
                        key,
                        () -> store.insert(draft(input, user)).map(Campaign::id)))
                .flatMap(id -> get(id, user));
    }

    private Campaign draft(CampaignInput input, CurrentUser user) {
        return new Campaign(
                Ids.next(),
                input.title().strip(),
                text(input),
                input.rules(settings.zone()),
                input.target(),
                input.countyTargets(),
                CampaignState.DRAFT,
                user.id(),
                clock.instant(),
                null,
                null,
                null,
                1);
    }

    /** A running campaign is counted anew by its new rules. */
    Mono<Campaign> change(String id, CampaignInput input, long version, CurrentUser user) {
        return checked(input, user)
                .flatMap(sound -> editable(id, version, user))
                .flatMap(campaign -> store.modify(campaign, change(campaign, input)));
    }

    private Update change(Campaign campaign, CampaignInput input) {
        var update = Update.update("title", input.title().strip())
                .set("description", text(input))
                .set("rules", input.rules(settings.zone()))
                .set("target", input.target())
                .set("counties", input.countyTargets());
        return campaign.state() == CampaignState.RUNNING ? update.set("recountDue", clock.instant()) : update;
    }

    Mono<Campaign> start(String id, long version, CurrentUser user) {
        return editable(id, version, user)
                .filter(campaign -> campaign.state() == CampaignState.DRAFT)
                .switchIfEmpty(Mono.error(() -> new ConflictException("campaign-started")))
                .delayUntil(campaign -> room())
                .flatMap(campaign -> store.modify(
                        campaign, Update.update("state", CampaignState.RUNNING).set("recountDue", clock.instant())));
    }

    private Mono<Long> room() {
        return store.running()
                .count()
                .filter(running -> running < settings.mostRunning())
                .switchIfEmpty(
                        Mono.error(() -> new LimitExceededException("too-many-campaigns", settings.mostRunning())));
    }

    Mono<Campaign> end(String id, long version, CurrentUser user) {
        return editable(id, version, user)
                .filter(campaign -> campaign.state() == CampaignState.RUNNING)
                .switchIfEmpty(Mono.error(() -> new ConflictException("campaign-not-running")))
                .flatMap(campaign -> store.modify(
                        campaign, Update.update("state", CampaignState.ENDED).set("endedAt", clock.instant())));
    }

    /** Throws a draft away; what ran is kept. */
    Mono<Void> discard(String id, long version, CurrentUser user) {
        return editable(id, version, user)
                .filter(campaign -> campaign.state() == CampaignState.DRAFT)
                .switchIfEmpty(Mono.error(() -> new ConflictException("campaign-started")))
                .flatMap(store::remove);
    }

    /** A campaign that the person is in charge of. */
    Mono<Campaign> own(String id, CurrentUser user) {
        return get(id, user)
                .filter(campaign -> user.mayActIn(campaign.rules().region()))
                .switchIfEmpty(Mono.error(() -> new NotAllowedException("outside-region")));
    }

    private Mono<Campaign> editable(String id, long version, CurrentUser user) {
        return own(id, user)
                .filter(campaign -> campaign.version() == version)
                .switchIfEmpty(Mono.error(StaleVersionException::new))
                .filter(campaign -> campaign.state() != CampaignState.ENDED)
                .switchIfEmpty(Mono.error(() -> new ConflictException("campaign-ended")));
    }

    private static Mono<CampaignInput> checked(CampaignInput input, CurrentUser user) {
        return Mono.fromCallable(() -> {
            input.check();
            if (!user.mayActIn(input.region())) {
                throw new NotAllowedException("outside-region");
            }
            return input;
        });
    }

    private static String text(CampaignInput input) {
        return Objects.requireNonNullElse(input.description(), "").strip();
    }

    private static boolean isOfficer(CurrentUser user) {
        return user.has(Role.PUBLICITY, Role.ADMIN);
    }
}
