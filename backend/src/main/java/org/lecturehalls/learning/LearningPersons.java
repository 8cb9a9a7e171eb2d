package org.lecturehalls.learning;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalField.Ending;
import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Where a person stopped in lessons, and certificates of courses; both go with the person. */
@Configuration(proxyBeanMethods = false)
class LearningPersons {

    @Bean
    PersonalRecords learningPersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo,
                "learning",
                at("course_certificates", "userId")
                        .showing("name", "title", "code", "at")
                        .ending(Ending.REMOVE),
                at("progress", "userId")
                        .showing("lessonId", "positionSeconds", "updatedAt")
                        .ending(Ending.REMOVE));
    }
}
