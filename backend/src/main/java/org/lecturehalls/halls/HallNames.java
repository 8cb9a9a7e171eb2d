package org.lecturehalls.halls;

import java.util.Collection;
import org.lecturehalls.exchange.References;
import reactor.core.publisher.Mono;

/** Finds halls by what people write in cells of other lists. */
public interface HallNames {

    /** The halls in use that one of the texts is the number, the name or the id of. */
    Mono<References> called(Collection<String> texts);
}
