package org.lecturehalls.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.mongodb.core.mapping.Document;

/** Nobody has to remember a new field that holds a user id: it is looked for here, by how such fields are called. */
@PlatformTest
class EveryCapabilityKnowsItsPeopleTest {

    private static final Pattern USER_ID = Pattern.compile(
            "(?i)person|askers|enteredBy|createdBy|(.*(user|owner|sender|manager|author|judge|entrant|by|holder))Ids?");

    /** Types that stand for a person, whose id the mapping calls {@code _id}. */
    private static final Set<String> PEOPLE = Set.of("CurrentUser", "Judge");

    @Autowired
    private List<PersonalRecords> records;

    @Test
    void everyFieldWithAUserIdIsExportedAndErased() throws ClassNotFoundException {
        var known = records.stream().flatMap(each -> each.fields().stream()).collect(Collectors.toSet());

        assertThat(stored())
                .as("fields that a PersonalRecords bean of their capability has to name")
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void capabilitiesAreNamedOnce() {
        assertThat(records.stream().map(PersonalRecords::capability)).doesNotHaveDuplicates();
    }

    private static Set<String> stored() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Document.class));
        var fields = new TreeSet<String>();
        for (var found : scanner.findCandidateComponents("org.lecturehalls")) {
            var type = Class.forName(found.getBeanClassName());
            var collection = type.getAnnotation(Document.class).value();
            collect(type, collection + ".", new HashSet<>(), fields);
        }
        return fields;
    }

    private static void collect(Class<?> type, String path, Set<Class<?>> above, Set<String> fields) {
        if (!type.isRecord() || !above.add(type)) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var name = component.getName();
            if (holdsAUserId(type, component)) {
                fields.add(path + (name.equals("id") ? "_id" : name));
            }
            types(component.getGenericType()).forEach(each -> collect(each, path + name + ".", above, fields));
        }
        above.remove(type);
    }

    private static boolean holdsAUserId(Class<?> type, RecordComponent component) {
        var isText = types(component.getGenericType()).anyMatch(String.class::equals);
        var isPersonItself =
                PEOPLE.contains(type.getSimpleName()) && component.getName().equals("id");
        return isText && (isPersonItself || USER_ID.matcher(component.getName()).matches());
    }

    private static Stream<Class<?>> types(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).flatMap(EveryCapabilityKnowsItsPeopleTest::types);
        }
        return type instanceof Class<?> plain ? Stream.of(plain) : Stream.of();
    }
}
