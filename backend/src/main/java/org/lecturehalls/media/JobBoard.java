package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.PeopleDirectory;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.Cursor;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All jobs of a region, for those who keep the platform running. */
@Component
class JobBoard {

    private final ReactiveMongoOperations mongo;
    private final AssetRecords assets;
    private final PackBoard packs;
    private final AssetEnd end;
    private final AssetViews views;
    private final PeopleDirectory people;

    JobBoard(
            ReactiveMongoOperations mongo,
            AssetRecords assets,
            PackBoard packs,
            AssetEnd end,
            AssetViews views,
            PeopleDirectory people) {
        this.mongo = mongo;
        this.assets = assets;
        this.packs = packs;
        this.end = end;
        this.views = views;
        this.people = people;
    }

    /**
     * Which jobs are wanted; null for any.
     *
     * @param kind of the files that they are for
     */
    record Wanted(
            @Nullable JobState state,
            @Nullable MediaKind kind,
            @Nullable JobWork work,
            boolean dead) {

        /** The same for documents that hold a job. */
        Criteria of(Criteria scope) {
            Criteria criteria = scope;
            if (state != null) {
                criteria = criteria.and("job.state").is(state);
            }
            return dead ? criteria.and("job.deadSince").ne(null) : criteria;
        }

        /** Plain files are made of videos only. */
        boolean packs() {
            return work != JobWork.ASSET && (kind == null || kind == MediaKind.VIDEO);
        }
    }

    /** Those inside the caller's region, the latest first. */
    Mono<Page<MediaJobView>> list(CurrentUser user, Wanted wanted, PageQuery page, HttpHeaders caller) {
        return Flux.concat(read(user, wanted, page), packs.read(user, wanted, page))
                .sort(Comparator.comparing(BoardJob::id).reversed())
                .take(page.readLimit())
                .collectList()
                .flatMap(found -> views(found, caller))
                .map(found -> Page.of(found, page, job -> Cursor.of(job.id())));
    }

    private Flux<BoardJob> read(CurrentUser user, Wanted wanted, PageQuery page) {
        if (wanted.work() == JobWork.PACK) {
            return Flux.empty();
        }
        Criteria criteria = wanted.of(inside(user));
        return assets.read(
                        wanted.kind() == null ? criteria : criteria.and("kind").is(wanted.kind()), page)
                .map(BoardJob::of);
    }

    Mono<MediaJobView> get(CurrentUser user, String id, HttpHeaders caller) {
        return find(user, id)
                .map(BoardJob::of)
                .switchIfEmpty(Mono.defer(() -> packs.get(user, id)))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(job -> views(List.of(job), caller))
                .map(views -> views.get(0));
    }

    /** Has a failed job done after all. */
    Mono<Void> retry(CurrentUser user, String id) {
        return find(user, id)
                .flatMap(asset -> end.retry(asset).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> packs.retry(user, id).map(pack -> true)))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .then();
    }

    /** Takes a job from those to look at. It stays failed, and can be tried again. */
    Mono<Void> dismiss(CurrentUser user, String id) {
        Query dead =
                Query.query(inside(user).and("_id").is(id).and("job.deadSince").ne(null));
        FindAndModifyOptions returnNew = FindAndModifyOptions.options().returnNew(true);
        return mongo.findAndModify(dead, new Update().unset("job.deadSince"), returnNew, Asset.class)
                .map(asset -> true)
                .switchIfEmpty(Mono.defer(() -> packs.dismiss(user, id).map(pack -> true)))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .then();
    }

    private Mono<Asset> find(CurrentUser user, String id) {
        return mongo.findOne(Query.query(inside(user).and("_id").is(id)), Asset.class);
    }

    private static Criteria inside(CurrentUser user) {
        return where("deletedAt")
                .isNull()
                .and("partOf")
                .isNull()
                .andOperator(RegionScope.inside("region", user.region()));
    }

    private Mono<List<MediaJobView>> views(List<BoardJob> jobs, HttpHeaders caller) {
        List<String> uploaders = jobs.stream().map(job -> job.asset().ownerId()).toList();
        return people.names(uploaders)
                .map(names -> jobs.stream().map(job -> view(job, names, caller)).toList());
    }

    private MediaJobView view(BoardJob listed, Map<String, String> names, HttpHeaders caller) {
        Asset asset = listed.asset();
        Job job = listed.job();
        SharedVideo shared = listed.shared();
        return new MediaJobView(
                listed.id(),
                listed.work(),
                asset.id(),
                asset.fileName(),
                asset.kind(),
                job.state(),
                job.step(),
                job.percent(),
                shared == null ? null : shared.etaSeconds(),
                job.attempt(),
                job.workerId(),
                listed.isShared(),
                asset.ownerId(),
                names.get(asset.ownerId()),
                asset.region(),
                asset.sourceBytes(),
                listed.orderedAt(),
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
