package org.lecturehalls.halls;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.history.PersonsInHistory;
import org.lecturehalls.persons.PersonalField.Ending;
import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Who manages halls, and who changed them last. */
@Configuration(proxyBeanMethods = false)
class HallPersons {

    @Bean
    PersonalRecords hallsPersons(ReactiveMongoOperations mongo) {
        PersonalRecords stored = new StoredPersons(
                mongo,
                "halls",
                at("halls", "managerId")
                        .blanking("managerName")
                        .showing("name", "managerName")
                        .ending(Ending.UNSET),
                at("halls", "revision.authorId").blanking("authorName").showing("name", "revision.at"));
        return stored.alsoForgetting(new PersonsInHistory(mongo, "halls", "managerId", "managerName")::forget);
    }
}
