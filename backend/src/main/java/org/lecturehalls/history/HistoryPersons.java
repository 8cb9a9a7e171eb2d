package org.lecturehalls.history;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Who changed records. What was changed stays. */
@Configuration(proxyBeanMethods = false)
class HistoryPersons {

    @Bean
    PersonalRecords historyPersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo,
                "history",
                at("revisions", "revision.authorId").blanking("authorName").showing("subject", "revision.at"));
    }
}
