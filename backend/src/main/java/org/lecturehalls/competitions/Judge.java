package org.lecturehalls.competitions;

import java.util.List;

/**
 * Somebody who judges a contest.
 *
 * @param expertise categories of entries that the person knows best
 * @param conflictsWith users whose entries the person has declared not to judge
 */
record Judge(String id, String name, List<String> expertise, List<String> conflictsWith) {

    Judge {
        expertise = List.copyOf(expertise);
        conflictsWith = List.copyOf(conflictsWith);
    }
}
