package org.lecturehalls.answers;

import java.time.Duration;

/**
 * An endpoint whose answers are the same for everybody, or for everybody of one region. One bean for each.
 *
 * @param path of a {@code GET}, without variables
 * @param byRegion whether the caller's region has a say
 * @param fresh how long an answer may be given again; changes made through this backend show at once when its owner says so
 *     ({@link SharedAnswers#forget}), those of others by then
 */
public record SharedAnswer(String path, boolean byRegion, Duration fresh) {

    public static SharedAnswer forEverybody(String path, Duration fresh) {
        return new SharedAnswer(path, false, fresh);
    }

    public static SharedAnswer byRegion(String path, Duration fresh) {
        return new SharedAnswer(path, true, fresh);
    }
}
