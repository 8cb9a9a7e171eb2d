package org.lecturehalls.exchange;

import static org.lecturehalls.persons.PersonalField.at;

import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Who sent spreadsheets. */
@Configuration(proxyBeanMethods = false)
class ExchangePersons {

    @Bean
    PersonalRecords exchangePersons(ReactiveMongoOperations mongo) {
        return new StoredPersons(
                mongo,
                "exchange",
                at("imports", "owner._id").blanking("name").showing("fileName", "list", "createdAt"));
    }
}
