package org.lecturehalls.exchange;

import java.util.List;
import java.util.Set;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A list that imports and exports; one bean for each.
 *
 * @param <I> a row's input, whose Jakarta Validation constraints are checked; its property names are the columns' ids
 */
public interface ExchangedList<I> {

    /** Name in addresses, for example {@code halls}. */
    String name();

    List<Column> columns();

    /** Who may import and export it, each inside the own region. */
    Set<Role> roles();

    /** Reads a row; what can't be read is noted in the row and the answer is then not used. */
    I read(RowCells row);

    /** What tells one record from another, so that a repeated row is the same record. */
    String key(I input);

    /**
     * Saves rows whose keys differ from each other, or only tells what saving them would do.
     *
     * @return one outcome for each row, in order
     */
    Mono<List<RowOutcome>> save(List<I> rows, CurrentUser user, boolean dryRun);

    /** All records inside the person's region, each as the texts of all columns, in the order of their keys. */
    Flux<List<String>> export(CurrentUser user);
}
