package org.lecturehalls.divisions;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Who changed divisions last. */
@Configuration(proxyBeanMethods = false)
class DivisionPersons {

    @Bean
    PersonalRecords divisionsPersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo,
                "divisions",
                at("divisions", "latest.authorId").blanking("authorName").showing("name", "latest.at"));
    }
}
