package org.lecturehalls.statistics;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** In which cell a session stands, so that it is found there when it moves to another. */
@Document("statisticPlaces")
record SessionCell(@Id String sessionId, String cell) {}
