package org.lecturehalls.divisions;

import org.lecturehalls.identity.RegionClaims;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.regions.RegionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** People go with their division to its new code as its records do, whatever their accounts still say. */
@Component
class ReplacedClaims implements RegionClaims {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacedClaims.class);

    private final ReactiveMongoOperations mongo;
    private final DivisionTree tree;

    ReplacedClaims(ReactiveMongoOperations mongo, DivisionTree tree) {
        this.mongo = mongo;
        this.tree = tree;
    }

    /** Without the database nobody's scope grows: the claim stands as it is. */
    @Override
    public Mono<RegionCode> present(RegionCode claimed) {
        return mongo.findById(claimed.value(), DivisionChange.class)
                .flatMap(change -> tree.get(claimed))
                .map(division -> new RegionCode(division.code()))
                .onErrorResume(NotFoundException.class, nowhere -> Mono.empty())
                .doOnError(DataAccessException.class, e -> LOG.warn("{} is taken as it is: {}", claimed, e.toString()))
                .onErrorResume(DataAccessException.class, e -> Mono.empty())
                .defaultIfEmpty(claimed);
    }
}
