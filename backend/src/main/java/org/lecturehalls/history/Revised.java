package org.lecturehalls.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/**
 * A record that carries its latest revision in itself, so that the change and the note about it are one atomic write.
 *
 * @param <T> the record itself
 */
public interface Revised<T extends Revised<T>> {

    String id();

    Revision revision();

    /** Where it belongs; null when it belongs to the whole city. */
    default @Nullable RegionCode region() {
        return null;
    }

    /** When it was put away; null while it is in use. */
    @Nullable
    Instant deletedAt();

    /** The same with another revision and state of deletion. */
    T revised(Revision revision, @Nullable Instant deletedAt);

    /** What people see of its fields, for telling what a change changed. Nothing secret. */
    Map<String, String> fields();

    /** Whether something that {@link #fields()} does not show differs. */
    default boolean hasSecretChange(T before) {
        return false;
    }

    default long version() {
        return revision().version();
    }

    default boolean inUse() {
        return deletedAt() == null;
    }
}
