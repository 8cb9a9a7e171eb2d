package org.lecturehalls.sessions;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalField.Ending;
import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Who came, lectured, asked and planned. Those who came stay in the figures, as nobody in particular. */
@Configuration(proxyBeanMethods = false)
class SessionPersons {

    @Bean
    PersonalRecords sessionsPersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo,
                "sessions",
                at("attendanceSheets", "entries.person")
                        .inList("entries")
                        .prefixed("u:")
                        .blanking("name", "comment"),
                at("attendanceSheets", "entries.enteredBy").inList("entries"),
                at("attendanceSheets", "trail.subject").inList("trail").prefixed("u:"),
                at("attendanceSheets", "trail.byId").inList("trail").blanking("byName"),
                at("attendedSessions", "userId").showing("sessions").ending(Ending.REMOVE),
                at("calendarFeeds", "ownerId").showing("name", "createdAt").ending(Ending.REMOVE),
                at("lectureRequests", "askers").inList("askers").showing("topic", "askedAt"),
                at("series", "createdBy").showing("template.title"),
                at("series", "template.lecturers.userId")
                        .inList("template.lecturers")
                        .blanking("name"),
                at("sessions", "createdBy").showing("plan.title", "plan.startsAt"),
                at("sessions", "plan.lecturers.userId")
                        .inList("plan.lecturers")
                        .blanking("name")
                        .showing("plan.title", "plan.startsAt"),
                at("sessions", "record.byId").blanking("byName").showing("plan.title", "record.minutes"));
    }
}
