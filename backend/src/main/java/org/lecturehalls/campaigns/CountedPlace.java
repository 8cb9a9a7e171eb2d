package org.lecturehalls.campaigns;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** In which county's month a session was counted last, so that it is found there when it moves to another. */
@Document("campaignPlaces")
record CountedPlace(@Id String sessionId, String place) {}
