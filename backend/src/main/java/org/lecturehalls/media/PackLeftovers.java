package org.lecturehalls.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has removed what attempts at plain files have stored that nobody is shown. */
@Component
class PackLeftovers {

    private final JobRecords jobs;
    private final GarbageCollector collector;
    private final MediaSettings settings;
    private final Clock clock;

    PackLeftovers(JobRecords jobs, GarbageCollector collector, MediaSettings settings, Clock clock) {
        this.jobs = jobs;
        this.collector = collector;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of an attempt that was given up: at once, and once more later for what its worker stores then. */
    Mono<Void> of(Pack pack) {
        String prefix = pack.job().prefix();
        return prefix == null
                ? Mono.empty()
                : remove(pack.id(), prefix, Duration.ZERO).then(remove(pack.id(), prefix, AssetRecords.STRAGGLERS));
    }

    /** Of an attempt that answers too late. */
    Mono<Void> ofLate(String contentId, String prefix) {
        return remove(contentId, prefix, Duration.ZERO);
    }

    /** Of files whose place others have taken: later, since somebody may be in the middle of copying them. */
    Mono<Void> ofReplaced(String contentId, String prefix) {
        return remove(contentId, prefix, settings.replacementGrace());
    }

    private Mono<Void> remove(String contentId, String prefix, Duration later) {
        Instant when = clock.instant().plus(later);
        return jobs.discard(contentId, new Garbage(prefix, when)).flatMap(collector::collect);
    }
}
