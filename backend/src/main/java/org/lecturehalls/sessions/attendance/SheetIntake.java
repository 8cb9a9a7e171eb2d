package org.lecturehalls.sessions.attendance;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lecturehalls.platform.Batches;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes whole attendance lists over, a few writes for thousands of people. */
@Component
public class SheetIntake {

    /** Sheets in one write: some hundred kilobytes. */
    private static final int BATCH = 50;

    private final ReactiveMongoOperations mongo;

    SheetIntake(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param sheets how many sheets the session has */
    public record Attended(String sessionId, int sheets, List<SheetEntry> entries) {}

    public Mono<Void> take(Flux<Attended> lists) {
        var sheets = lists.concatMapIterable(list -> sheets(list).toList(), 1);
        return Batches.put(mongo, sheets, Sheet.class, BATCH).then();
    }

    private static Stream<Sheet> sheets(Attended list) {
        var bySheet = list.entries().stream()
                .collect(Collectors.groupingBy(entry -> Sheet.idFor(list.sessionId(), list.sheets(), entry.person())));
        return bySheet.entrySet().stream().map(each -> new Sheet(each.getKey(), each.getValue(), null, null));
    }
}
