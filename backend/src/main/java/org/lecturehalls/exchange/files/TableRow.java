package org.lecturehalls.exchange.files;

import java.util.List;

/**
 * One row as text.
 *
 * @param number the row's number as a spreadsheet shows it, from 1
 * @param cells trimmed texts; an empty cell is an empty text
 */
public record TableRow(int number, List<String> cells) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** The text of a cell, empty when the row ends before it. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }
}
