package org.lecturehalls.platform;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    private static final int CONNECT_SECONDS = 5;
    private static final int WAIT_SECONDS = 10;
    private static final int READ_SECONDS = 60;

    /** A database that is gone shows as an error in seconds, not as a request that hangs. */
    @Bean
    MongoClientSettingsBuilderCustomizer timeouts() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(WAIT_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(WAIT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    MongoCustomConversions mongoCustomConversions(ObjectProvider<MongoConversion> conversions) {
        List<?> converters = conversions
                .orderedStream()
                .flatMap(conversion -> conversion.converters().stream())
                .toList();
        return MongoCustomConversions.create(adapter -> adapter.registerConverters(converters));
    }
}
