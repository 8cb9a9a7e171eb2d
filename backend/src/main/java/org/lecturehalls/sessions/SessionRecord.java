package org.lecturehalls.sessions;

import java.time.Instant;
import java.util.List;

/**
 * What was said and done (一会一记).
 *
 * @param photoAssetIds photos, in the order in which they are shown
 * @param late whether it came after the day it was due
 */
record SessionRecord(
        String minutes, List<String> photoAssetIds, String byId, String byName, Instant at, boolean late) {}
