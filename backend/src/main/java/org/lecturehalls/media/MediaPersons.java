package org.lecturehalls.media;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Whose files are. Files stay as long as something published needs them, and then belong to nobody. */
@Configuration(proxyBeanMethods = false)
class MediaPersons {

    @Bean
    PersonalRecords mediaPersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo,
                "media",
                at("storageUse", "ownerId"),
                at("uploads", "ownerId").showing("fileName", "createdAt"),
                at("mediaAssets", "ownerId").showing("fileName", "kind", "createdAt"));
    }
}
