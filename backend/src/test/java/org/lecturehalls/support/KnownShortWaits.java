package org.lecturehalls.support;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Locks inside libraries that event loops take for some microseconds. Were they reported as blocking, the library would
 * lose the connection it was about to hand out, and a later test would wait for it in vain.
 */
public class KnownShortWaits implements BlockHoundIntegration {

    private static final String DRIVER_LOCKS = "com.mongodb.internal.Locks";

    /** Jackson learns each type once; two requests that bring a type for the first time wait for each other. */
    private static final String JSON_READERS = "tools.jackson.databind.deser.DeserializerCache";

    /** So does Spring Data; a reader that is reported while it waits leaves the lock broken for all that come after it. */
    private static final String STORED_TYPES = "org.springframework.data.mapping.context.AbstractMappingContext";

    /** And the validator, which keeps what it learned in a map with locks. */
    private static final String CHECKED_TYPES = "org.hibernate.validator.internal.metadata.BeanMetaDataManagerImpl";

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(DRIVER_LOCKS, "withLock")
                .allowBlockingCallsInside(DRIVER_LOCKS, "checkedWithLock")
                .allowBlockingCallsInside(DRIVER_LOCKS, "withInterruptibleLock")
                .allowBlockingCallsInside(DRIVER_LOCKS, "checkedWithInterruptibleLock")
                .allowBlockingCallsInside(DRIVER_LOCKS, "lockInterruptibly")
                .allowBlockingCallsInside("com.mongodb.internal.connection.ConcurrentPool", "release")
                .allowBlockingCallsInside(JSON_READERS, "_createAndCacheValueDeserializer")
                .allowBlockingCallsInside(STORED_TYPES, "getPersistentEntity")
                .allowBlockingCallsInside(STORED_TYPES, "addPersistentEntity")
                .allowBlockingCallsInside(CHECKED_TYPES, "getBeanMetaData")
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate");
    }
}
