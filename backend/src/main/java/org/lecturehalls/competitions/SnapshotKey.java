package org.lecturehalls.competitions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lecturehalls.platform.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The platform's own key for what it signs (HMAC, RFC 2104, with SHA-256); made when it is first needed. */
@Component
class SnapshotKey {

    private static final String ONLY = "promotions";

    private final ReactiveMongoOperations mongo;

    SnapshotKey(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The key as stored. */
    @Document("contestKeys")
    record Stored(@Id String id, String secret) {}

    Mono<String> get() {
        return mongo.findById(ONLY, Stored.class)
                .switchIfEmpty(Mono.defer(() -> mongo.insert(new Stored(ONLY, Ids.next() + Ids.next()))))
                .onErrorResume(DuplicateKeyException.class, e -> mongo.findById(ONLY, Stored.class))
                .map(Stored::secret);
    }

    static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each Java has HmacSHA256", e);
        }
    }
}
