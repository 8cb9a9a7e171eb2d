package org.lecturehalls.curricula;

import java.util.List;

/**
 * Questions of a lesson.
 *
 * @param passPercent the share of right answers that passes
 */
record Quiz(List<Question> questions, int passPercent) {

    boolean isPassedBy(int right) {
        return right * 100 >= passPercent * questions.size();
    }
}
