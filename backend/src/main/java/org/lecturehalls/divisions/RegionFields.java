package org.lecturehalls.divisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.mapping.context.MappingContext;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Where stored documents hold a division's code. The documents' own types tell, so that no capability can forget to say
 * so.
 */
@Component
class RegionFields {

    /** Results are signed as they were published, and stay. */
    private static final Set<String> SIGNED = Set.of("contests.result");

    private static final int DEEPEST = 6;

    private final MappingContext<? extends MongoPersistentEntity<?>, MongoPersistentProperty> mapping;

    RegionFields(ReactiveMongoTemplate mongo) {
        this.mapping = mongo.getConverter().getMappingContext();
    }

    /**
     * One field.
     *
     * @param list path of the list it stands in; null when a document has at most one
     */
    record RegionField(
            String collection, String path, @Nullable String list) {

        Update update(String from, String to) {
            if (list == null) {
                return Update.update(path, to);
            }
            String rest = path.substring(list.length());
            return new Update()
                    .set(list + ".$[one]" + rest, to)
                    .filterArray(Criteria.where("one" + rest).is(from));
        }

        String name() {
            return collection + "." + path;
        }
    }

    List<RegionField> all() {
        List<RegionField> found = new ArrayList<>();
        for (MongoPersistentEntity<?> entity : mapping.getPersistentEntities()) {
            if (entity.isAnnotationPresent(org.springframework.data.mongodb.core.mapping.Document.class)) {
                walk(entity, new RegionField(entity.getCollection(), "", null), 0, found);
            }
        }
        return found;
    }

    private void walk(MongoPersistentEntity<?> entity, RegionField at, int depth, List<RegionField> found) {
        for (MongoPersistentProperty property : entity) {
            RegionField here = inside(at, property);
            boolean lists = property.isMap() || at.list() != null && property.isCollectionLike();
            if (lists || SIGNED.contains(here.name()) || depth > DEEPEST) {
                continue;
            }
            if (property.getActualType() == RegionCode.class) {
                found.add(here);
            } else if (property.isEntity()) {
                walk(mapping.getRequiredPersistentEntity(property.getActualType()), here, depth + 1, found);
            }
        }
    }

    private static RegionField inside(RegionField at, MongoPersistentProperty property) {
        String path = at.path().isEmpty() ? property.getFieldName() : at.path() + "." + property.getFieldName();
        return new RegionField(at.collection(), path, property.isCollectionLike() ? path : at.list());
    }
}
