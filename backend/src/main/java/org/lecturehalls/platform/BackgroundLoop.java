package org.lecturehalls.platform;

import reactor.core.publisher.Mono;

/** Work that goes on as long as the backend runs, for example reading a queue; one bean for each. */
public interface BackgroundLoop {

    /** For the log. */
    String name();

    /**
     * One round of the work. It is run again when it has ended; after an error only after a pause that grows with each
     * error in a row, to half a minute. A round that is cancelled lets go of what it holds.
     */
    Mono<Void> round();

    static BackgroundLoop of(String name, Mono<Void> round) {
        return new BackgroundLoop() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Mono<Void> round() {
                return round;
            }
        };
    }
}
