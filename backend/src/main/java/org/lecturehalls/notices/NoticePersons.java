package org.lecturehalls.notices;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalField.Ending;
import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Who sent notices, and what people were told; the latter goes with the person. */
@Configuration(proxyBeanMethods = false)
class NoticePersons {

    @Bean
    PersonalRecords noticesPersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo,
                "notices",
                at("notices", "senderId").blanking("senderName").showing("title", "sentAt"),
                at("noticeReceipts", "userId")
                        .showing("noticeId", "readAt", "confirmedAt")
                        .ending(Ending.REMOVE),
                at("noticeSessions", "lecturers.userId").inList("lecturers").blanking("name"));
    }
}
