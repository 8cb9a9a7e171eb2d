package org.lecturehalls.curricula;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Whose courses are. Courses stay without the name of their author. */
@Configuration(proxyBeanMethods = false)
class CurriculaPersons {

    @Bean
    PersonalRecords curriculaPersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo,
                "curricula",
                at("courses", "ownerId")
                        .blanking("ownerName")
                        .showing("ownerName", "description.title", "state", "createdAt"));
    }
}
