package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.PeopleDirectory;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionScope;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All jobs of a region, for those who keep the platform running. */
@Component
class JobBoard {

    private final ReactiveMongoOperations mongo;
    private final AssetRecords assets;
    private final AssetEnd end;
    private final AssetViews views;
    private final PeopleDirectory people;

    JobBoard(
            ReactiveMongoOperations mongo,
            AssetRecords assets,
            AssetEnd end,
            AssetViews views,
            PeopleDirectory people) {
        this.mongo = mongo;
        this.assets = assets;
        this.end = end;
        this.views = views;
        this.people = people;
    }

    /** Which jobs are wanted; null for any. */
    record Wanted(@Nullable JobState state, @Nullable MediaKind kind, boolean dead) {}

    /** Those inside the caller's region, the latest upload first. */
    Mono<Page<MediaJobView>> list(CurrentUser user, Wanted wanted, PageQuery page, HttpHeaders caller) {
        Criteria criteria = inside(user);
        if (wanted.state() != null) {
            criteria = criteria.and("job.state").is(wanted.state());
        }
        if (wanted.kind() != null) {
            criteria = criteria.and("kind").is(wanted.kind());
        }
        if (wanted.dead()) {
            criteria = criteria.and("job.deadSince").ne(null);
        }
        return assets.page(criteria, page)
                .flatMap(found -> named(found.items()).map(names -> found.map(asset -> view(asset, names, caller))));
    }

    Mono<MediaJobView> get(CurrentUser user, String id, HttpHeaders caller) {
        return find(user, id).flatMap(asset -> named(List.of(asset)).map(names -> view(asset, names, caller)));
    }

    /** Has a failed job done after all. */
    Mono<Void> retry(CurrentUser user, String id) {
        return find(user, id).flatMap(end::retry);
    }

    /** Takes a job from those to look at. It stays failed, and can be tried again. */
    Mono<Void> dismiss(CurrentUser user, String id) {
        Query dead =
                Query.query(inside(user).and("_id").is(id).and("job.deadSince").ne(null));
        FindAndModifyOptions returnNew = FindAndModifyOptions.options().returnNew(true);
        return mongo.findAndModify(dead, new Update().unset("job.deadSince"), returnNew, Asset.class)
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .then();
    }

    private Mono<Asset> find(CurrentUser user, String id) {
        return mongo.findOne(Query.query(inside(user).and("_id").is(id)), Asset.class)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private static Criteria inside(CurrentUser user) {
        return where("deletedAt")
                .isNull()
                .and("partOf")
                .isNull()
                .andOperator(RegionScope.inside("region", user.region()));
    }

    private Mono<Map<String, String>> named(Collection<Asset> assets) {
        List<String> ids = assets.stream().map(Asset::ownerId).toList();
        return people.names(ids);
    }

    private MediaJobView view(Asset asset, Map<String, String> names, HttpHeaders caller) {
        Job job = asset.job();
        SharedVideo shared = asset.shared();
        return new MediaJobView(
                asset.id(),
                asset.fileName(),
                asset.kind(),
                job.state(),
                job.step(),
                job.percent(),
                shared == null ? null : shared.etaSeconds(),
                job.attempt(),
                job.workerId(),
                asset.isShared(),
                asset.ownerId(),
                names.get(asset.ownerId()),
                asset.region(),
                asset.sourceBytes(),
                asset.createdAt(),
                job.sentAt(),
                job.startedAt(),
                job.endedAt(),
                job.state() == JobState.REFUSED ? views.refusal(job, caller) : views.failure(job, caller),
                job.detail(),
                job.outputTail(),
                job.deadSince(),
                RungQuality.of(asset.product()));
    }
}
