package org.lecturehalls.curricula;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalField.Ending;
import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Whose courses are; they stay without the name of their author. What somebody answered in quizzes goes with the person. */
@Configuration(proxyBeanMethods = false)
class CurriculaPersons {

    @Bean
    PersonalRecords curriculaPersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo,
                "curricula",
                at("courses", "ownerId")
                        .blanking("ownerName")
                        .showing("ownerName", "description.title", "state", "createdAt"),
                at("courses", "latest.authorId").blanking("authorName").showing("description.title", "latest.at"),
                at("quiz_attempts", "userId")
                        .showing("courseId", "lessonId", "answers", "right", "total", "passed", "at")
                        .ending(Ending.REMOVE),
                at("subject_areas", "revision.authorId").blanking("authorName").showing("name", "revision.at"));
    }
}
