package org.lecturehalls.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.FieldProblem;

/**
 * One row of the file as input of its list.
 *
 * @param cells texts by column id
 * @param input null when there are problems
 */
record ParsedRow<I>(
        int number, Map<String, String> cells, @Nullable I input, List<FieldProblem> problems) {}
