package org.lecturehalls.competitions;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Who made, judged and entered contests. Results stay as they were published. */
@Configuration(proxyBeanMethods = false)
class CompetitionsPersons {

    @Bean
    PersonalRecords competitionsPersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo,
                "competitions",
                at("contests", "createdBy").showing("plan.title", "createdAt"),
                at("contests", "judges._id").inList("judges").blanking("name").showing("plan.title"),
                at("contests", "entries.entrantId").inList("entries").showing("plan.title"),
                at("entries", "entrantId").blanking("entrantName").showing("title", "entrantName", "enteredAt"),
                at("scoreSheets", "judgeId").showing("entryId", "comment", "savedAt"));
    }
}
