package org.lecturehalls.media;

import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Mono;

/** Content that waits for an officer before it replaces what is published. The callers have checked who is asking. */
public interface ReplacementDesk {

    /** What officers of a region may decide about, the first upload first. */
    Mono<Page<Replacement>> waitingWithin(RegionCode region, PageQuery page);

    /** One that waits or was decided about; fails with {@link NotFoundException} when it is gone or has taken its place. */
    Mono<Replacement> get(String id);

    /**
     * Lets it take its place as soon as {@link #show} is called or the next round comes. Can be repeated.
     *
     * @return fails with {@link ConflictException} {@code already-reviewed} when it was refused
     */
    Mono<Void> approve(String id);

    /** Has it take its place now that it is approved; the next round does when it can't. */
    Mono<Void> show(String id);

    /**
     * Keeps it from taking its place; its owner reads why. Can be repeated.
     *
     * @return fails with {@link ConflictException} {@code already-reviewed} when it was approved
     */
    Mono<Void> refuse(String id, String note);
}
