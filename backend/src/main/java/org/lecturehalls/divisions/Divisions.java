package org.lecturehalls.divisions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells which region codes there are. */
public interface Divisions {

    /**
     * The divisions that codes stand for today.
     *
     * @return for each code that is known its present one, which differs when it was replaced; unknown codes are missing
     */
    Mono<Map<RegionCode, RegionCode>> resolve(Collection<RegionCode> codes);

    /** The divisions inside one, itself included, in the order of their codes. */
    Flux<DivisionName> within(RegionCode region);

    /** @return the present code; fails with {@code unknown-region} at a field when there is no such division */
    default Mono<RegionCode> resolve(RegionCode code, String field) {
        return resolve(List.of(code))
                .flatMap(known -> known.containsKey(code)
                        ? Mono.just(known.get(code))
                        : Mono.error(new InvalidInputException(List.of(FieldProblem.of(field, "unknown-region")))));
    }

    /** As {@link #resolve(RegionCode, String)}; fails with {@code outside-region} when it lies outside the person's. */
    default Mono<RegionCode> resolveFor(CurrentUser user, RegionCode code, String field) {
        return resolve(code, field)
                .filter(user::mayActIn)
                .switchIfEmpty(Mono.error(() -> new NotAllowedException("outside-region")));
    }
}
