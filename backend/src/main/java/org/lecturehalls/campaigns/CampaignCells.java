package org.lecturehalls.campaigns;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lecturehalls.regions.RegionCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The stored cells. A change is written only into the version that was read, else read again. */
@Component
class CampaignCells {

    private final ReactiveMongoOperations mongo;

    CampaignCells(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Another one was quicker. */
    private static final class Outrun extends RuntimeException {
        Outrun() {
            super("outrun", null, false, false);
        }
    }

    /** Runs something again whenever another one was quicker; each time somebody got on. */
    static <T> Mono<T> insisting(Mono<T> work) {
        return work.retryWhen(Retry.indefinitely().filter(Outrun.class::isInstance));
    }

    Mono<Void> change(String campaignId, CountyMonth place, UnaryOperator<CampaignCell> change) {
        return insisting(mongo.findById(CampaignCell.id(campaignId, place), CampaignCell.class)
                .defaultIfEmpty(CampaignCell.empty(campaignId, place))
                .flatMap(read -> write(read, change.apply(read))));
    }

    /** @return fails when the cell is not as it was read; to be run by {@link #insisting} */
    Mono<Void> write(CampaignCell read, CampaignCell changed) {
        if (changed.saysTheSameAs(read)) {
            return Mono.empty();
        }
        return read.version() == 0 ? insert(changed) : replace(read, changed);
    }

    private Mono<Void> insert(CampaignCell cell) {
        var first = new CampaignCell(cell.id(), cell.campaignId(), cell.place(), cell.sessions(), cell.figures(), 1);
        return mongo.insert(first)
                .onErrorMap(DuplicateKeyException.class, taken -> new Outrun())
                .then();
    }

    private Mono<Void> replace(CampaignCell read, CampaignCell changed) {
        var asRead = Query.query(where("_id").is(read.id()).and("version").is(read.version()));
        var update = Update.update("sessions", changed.sessions())
                .set("figures", changed.figures())
                .inc("version", 1);
        return mongo.updateFirst(asRead, update, CampaignCell.class)
                .flatMap(result -> result.getModifiedCount() == 1 ? Mono.empty() : Mono.error(Outrun::new));
    }

    Mono<Map<String, CampaignCell>> byPlace(String campaignId, Collection<String> places) {
        var ids = places.stream().map(place -> campaignId + ":" + place).toList();
        return mongo.find(Query.query(where("_id").in(ids)), CampaignCell.class).collectMap(CampaignCell::place);
    }

    /** Which counties' months a campaign has. */
    Mono<Set<String>> places(String campaignId) {
        return sums(campaignId).map(CampaignCell::place).collect(Collectors.toSet());
    }

    /** The sums of a campaign, without the sessions behind them. */
    Flux<CampaignCell> sums(String campaignId) {
        var query = Query.query(where("campaignId").is(campaignId));
        query.fields().include("campaignId", "place", "figures", "version");
        return mongo.find(query, CampaignCell.class);
    }

    /** The cells of a region's counties, in order, from one on. */
    Flux<CampaignCell> from(String campaignId, RegionCode region, String firstId) {
        // The semicolon sorts behind the digits and the colon.
        var range = where("_id").gte(firstId).lt(campaignId + ":" + region + ";");
        return mongo.find(Query.query(range).with(Sort.by("_id")), CampaignCell.class);
    }

    Mono<CountedPlace> placeOf(String sessionId) {
        return mongo.findById(sessionId, CountedPlace.class);
    }

    Mono<Void> note(CountedPlace place) {
        return mongo.save(place).then();
    }

    /** Notes where sessions are counted for the first time. */
    Mono<Void> noteNew(List<CountedPlace> counted) {
        var ids = counted.stream().map(CountedPlace::sessionId).toList();
        return mongo.find(Query.query(where("_id").in(ids)), CountedPlace.class)
                .map(CountedPlace::sessionId)
                .collect(Collectors.toSet())
                .map(known -> counted.stream()
                        .filter(each -> !known.contains(each.sessionId()))
                        .toList())
                .flatMapMany(missing -> missing.isEmpty() ? Flux.empty() : mongo.insert(missing, CountedPlace.class))
                .onErrorMap(DuplicateKeyException.class, taken -> new Outrun())
                .then();
    }
}
