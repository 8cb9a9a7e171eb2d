package org.lecturehalls.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lecturehalls.history.Revised;

/**
 * Records as people name them in cells of other lists: by their number, by a name that only one of them has, or by their id.
 * In exports they stand with their number.
 */
public final class References {

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    private References() {}

    /** @param records all that one of the cells may mean; each with the fields {@code number} and {@code name} */
    public static References of(Collection<? extends Revised<?>> records) {
        References references = new References();
        records.forEach(record -> references.addName(record.fields().getOrDefault("name", ""), record.id()));
        // Numbers and ids are unique and win over a name that reads the same.
        records.forEach(record -> references.addNumber(record.fields().getOrDefault("number", ""), record.id()));
        return references;
    }

    private void addName(String name, String id) {
        if (ids.put(name, id) != null) {
            ambiguous.add(name);
        }
    }

    private void addNumber(String number, String id) {
        ids.put(number, id);
        ids.put(id, id);
        numbers.put(id, number);
        ambiguous.remove(number);
    }

    /** The id of what a cell names; a text that names nothing stays as it is, for whoever looks it up to refuse. */
    public String id(String text) {
        return ids.getOrDefault(text, text);
    }

    /** Whether a cell names several. */
    public boolean isAmbiguous(String text) {
        return ambiguous.contains(text);
    }

    /** What stands in a cell for an id; the id itself when the record is gone. */
    public String number(String id) {
        return numbers.getOrDefault(id, id);
    }
}
