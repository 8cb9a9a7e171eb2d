package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.platform.StaleVersionException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The cars of the mobile classrooms. */
@Service
class Vehicles {

    private final ReactiveMongoOperations mongo;
    private final Idempotency idempotency;

    Vehicles(ReactiveMongoOperations mongo, Idempotency idempotency) {
        this.mongo = mongo;
        this.idempotency = idempotency;
    }

    Mono<Vehicle> get(String id) {
        return mongo.findById(id, Vehicle.class).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<Page<Vehicle>> within(CurrentUser user, PageQuery page) {
        var after = page.after();
        var inside = where("region").regex("^" + user.region().value());
        var query = Query.query(after == null ? inside : inside.and("_id").gt(after.value(0)))
                .with(Sort.by("_id"))
                .limit(page.readLimit());
        return mongo.find(query, Vehicle.class)
                .collectList()
                .map(read -> Page.of(read, page, vehicle -> Cursor.of(vehicle.id())));
    }

    Mono<Vehicle> create(VehicleInput input, @Nullable String key, CurrentUser user) {
        if (!user.mayActIn(input.region())) {
            return Mono.error(new NotAllowedException("outside-region"));
        }
        var vehicle = new Vehicle(Ids.next(), input.name(), input.plate(), input.region(), input.active(), 1);
        return idempotency
                .once(user.id(), "vehicles", key, () -> mongo.insert(vehicle).map(Vehicle::id))
                .onErrorMap(DuplicateKeyException.class, twice -> new ConflictException("plate-taken"))
                .flatMap(this::get);
    }

    Mono<Vehicle> change(String id, VehicleInput input, long version, CurrentUser user) {
        return get(id).filter(vehicle ->
                        List.of(vehicle.region(), input.region()).stream().allMatch(user::mayActIn))
                .switchIfEmpty(Mono.error(() -> new NotAllowedException("outside-region")))
                .flatMap(vehicle -> update(id, input, version));
    }

    private Mono<Vehicle> update(String id, VehicleInput input, long version) {
        var asRead = Query.query(where("_id").is(id).and("version").is(version));
        var update = Update.update("name", input.name())
                .set("plate", input.plate())
                .set("region", input.region())
                .set("active", input.active())
                .inc("version", 1);
        return mongo.findAndModify(
                        asRead, update, FindAndModifyOptions.options().returnNew(true), Vehicle.class)
                .onErrorMap(DuplicateKeyException.class, twice -> new ConflictException("plate-taken"))
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }
}
