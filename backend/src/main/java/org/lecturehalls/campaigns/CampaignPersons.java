package org.lecturehalls.campaigns;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Who drafted campaigns. */
@Configuration(proxyBeanMethods = false)
class CampaignPersons {

    @Bean
    PersonalRecords campaignsPersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo, "campaigns", at("campaigns", "createdBy").showing("title", "createdAt"));
    }
}
