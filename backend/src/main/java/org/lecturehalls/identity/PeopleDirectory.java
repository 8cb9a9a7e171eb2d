package org.lecturehalls.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People who have signed in. */
public interface PeopleDirectory {

    /** Those of the people who have signed in, as the sign-in last told, in no order. */
    Flux<CurrentUser> known(Collection<String> userIds);

    /**
     * Those of a role inside a region, or whose own region holds it: a city's judge judges in its counties.
     *
     * @param text part of the name as it is written, or as it is typed in pinyin; null for all
     */
    Mono<Page<CurrentUser>> within(RegionCode region, Role role, @Nullable String text, PageQuery page);

    /** The ids of those of the people whom {@link #within} would find, in no order. */
    Flux<String> within(RegionCode region, Role role, Collection<String> userIds);

    /** Their names by user id. */
    default Mono<Map<String, String>> names(Collection<String> userIds) {
        Set<String> ids = Set.copyOf(userIds);
        return ids.isEmpty() ? Mono.just(Map.of()) : known(ids).collectMap(CurrentUser::id, CurrentUser::name);
    }
}
