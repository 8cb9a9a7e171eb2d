package org.lecturehalls.exchange;

import java.util.List;
import java.util.Locale;
import org.lecturehalls.platform.FieldProblem;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One wrong cell.
 *
 * @param id of the import, row and place in the row, so that they sort as in the file
 * @param row as the spreadsheet shows it
 * @param column id of the column; empty when it is about the whole row
 * @param value what stands in the cell, shortened
 */
@Document("import_problems")
record ImportProblem(@Id String id, int row, String column, String code, List<Object> args, String value) {

    private static final int SHOWN = 100;

    static ImportProblem of(String importId, int row, int place, FieldProblem problem, String value) {
        String id = String.format(Locale.ROOT, "%s:%07d:%03d", importId, row, place);
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return new ImportProblem(id, row, problem.field(), problem.code(), problem.args(), shown);
    }
}
