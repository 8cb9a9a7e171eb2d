package org.lecturehalls.competitions;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalField;
import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Who made, judged and entered contests. Published results and the log that proves them stay as they were. */
@Configuration(proxyBeanMethods = false)
class CompetitionsPersons {

    @Bean
    PersonalRecords competitionsPersons(ReactiveMongoOperations mongo) {
        PersonalRecords stored = new StoredPersons(
                mongo,
                "competitions",
                at("contests", "createdBy").showing("plan.title", "createdAt"),
                at("contests", "judges._id").inList("judges").blanking("name").showing("plan.title"),
                at("contests", "judges.conflictsWith").inListOf("judges", "conflictsWith"),
                at("contests", "entries.entrantId").inList("entries").showing("plan.title"),
                at("contests", "entries.people").inListOf("entries", "people"),
                at("contests", "entries.judgeIds").inListOf("entries", "judgeIds"),
                at("contests", "entries.recused").inListOf("entries", "recused"),
                at("publicVotes", "userId").showing("contestId", "entryId", "at"),
                // Kept below this package, by identity, so that judges can be found; persons builds on identity.
                at("people", "_id").showing("name", "seenAt").ending(PersonalField.Ending.REMOVE),
                at("entries", "entrantId").blanking("entrantName").showing("entrantName", "enteredAt"),
                at("entries", "versions.coPresenters.userId")
                        .inListOf("versions", "coPresenters")
                        .blanking("name")
                        .showing("enteredAt"),
                at("scoreSheets", "judgeId").showing("entryId", "comment", "authorComment", "savedAt"));
        return stored.alsoForgetting(new ForgottenJudges(mongo)::forget);
    }
}
