package org.lecturehalls.notices;

import org.lecturehalls.regions.RegionCode;

/**
 * Somebody who gets a notice.
 *
 * @param name empty when it is not known
 * @param place the hall or lecturer that it is about, for the sender to read
 */
record Recipient(String userId, String name, String place, RegionCode region) {}
