package org.lecturehalls.exchange.files;

/**
 * Keeps texts from being run as formulas when somebody opens an exported file in a spreadsheet program: an apostrophe is
 * put before the signs that start a formula (OWASP, "CSV Injection"). Reading takes the apostrophe away again, so that
 * what was exported imports unchanged.
 */
public final class FormulaGuard {

    private static final String STARTS = "=+-@\t\r";

    private FormulaGuard() {}

    public static String close(String cell) {
        return startsFormula(cell, 0) ? "'" + cell : cell;
    }

    static String open(String cell) {
        return cell.startsWith("'") && startsFormula(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean startsFormula(String cell, int from) {
        // A cell that only looks guarded gets one more apostrophe, else reading would take its own away.
        int at = from;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at < cell.length() && STARTS.indexOf(cell.charAt(at)) >= 0;
    }
}
