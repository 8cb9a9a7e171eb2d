package org.lecturehalls.divisions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds divisions; a code that was replaced finds the division that has taken its place. */
@Component
class DivisionTree implements Divisions {

    /** No code has been replaced that often; it ends a circle that a wrong import may have made. */
    private static final int MAX_REPLACEMENTS = 8;

    /** Sorts behind all digits. */
    static final String END = ":";

    private final ReactiveMongoOperations mongo;
    private final DivisionData data;

    DivisionTree(ReactiveMongoOperations mongo, DivisionData data) {
        this.mongo = mongo;
        this.data = data;
    }

    static Query byCode(String code) {
        return Query.query(where("_id").is(code));
    }

    static Query byCodes(Collection<String> codes) {
        return Query.query(where("_id").in(codes));
    }

    Mono<Division> get(RegionCode code) {
        return data.loaded().then(find(code.value(), 0)).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private Mono<Division> find(String code, int replacements) {
        Mono<Division> replacement = replacements < MAX_REPLACEMENTS
                ? mongo.findById(code, DivisionChange.class).flatMap(change -> find(change.newCode(), replacements + 1))
                : Mono.empty();
        return mongo.findById(code, Division.class).switchIfEmpty(replacement);
    }

    /** The divisions around a division, the largest first. */
    Mono<List<Division>> path(Division division) {
        List<String> above = Division.above(new RegionCode(division.code()));
        return mongo.find(byCodes(above).with(Sort.by("_id")), Division.class).collectList();
    }

    Flux<Division> children(RegionCode parent) {
        Query children = Query.query(where("parent").is(parent.value())).with(Sort.by("_id"));
        return data.loaded().thenMany(mongo.find(children, Division.class));
    }

    /** Divisions whose name has the text in it, in the order of their codes. */
    Mono<Page<Division>> search(@Nullable String text, @Nullable RegionCode within, PageQuery page) {
        List<Criteria> wanted = new ArrayList<>();
        wanted.add(where("name").regex(Pattern.quote(text == null ? "" : text.strip())));
        if (within != null) {
            wanted.add(where("_id").gte(within.value()).lt(within.value() + END));
        }
        if (page.after() != null) {
            wanted.add(where("_id").gt(page.after().value(0)));
        }
        Query query = Query.query(new Criteria().andOperator(wanted))
                .with(Sort.by("_id"))
                .limit(page.readLimit());
        return data.loaded()
                .thenMany(mongo.find(query, Division.class))
                .collectList()
                .map(found -> Page.of(found, page, last -> Cursor.of(last.code())));
    }

    @Override
    public Flux<DivisionName> within(RegionCode region) {
        Query inside = Query.query(where("_id").gte(region.value()).lt(region.value() + END))
                .with(Sort.by("_id"));
        return data.loaded()
                .thenMany(mongo.find(inside, Division.class))
                .map(division -> new DivisionName(new RegionCode(division.code()), division.name()));
    }

    @Override
    public Mono<Map<RegionCode, RegionCode>> resolve(Collection<RegionCode> codes) {
        Set<String> wanted = codes.stream().map(RegionCode::value).collect(Collectors.toSet());
        return data.loaded()
                .thenMany(mongo.find(byCodes(wanted), Division.class))
                .map(Division::code)
                .collect(Collectors.toSet())
                .flatMap(known -> resolve(wanted, known));
    }

    private Mono<Map<RegionCode, RegionCode>> resolve(Set<String> wanted, Set<String> known) {
        Set<String> unknown = new HashSet<>(wanted);
        unknown.removeAll(known);
        return Flux.fromIterable(unknown)
                .concatMap(code -> find(code, 0).map(found -> Map.entry(code, found.code())))
                .concatWith(Flux.fromIterable(known).map(code -> Map.entry(code, code)))
                .collectMap(entry -> new RegionCode(entry.getKey()), entry -> new RegionCode(entry.getValue()));
    }
}
