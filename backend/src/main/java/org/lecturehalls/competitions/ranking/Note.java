package org.lecturehalls.competitions.ranking;

/**
 * Something that a reader of an entry's score should know.
 *
 * @param code what it is
 * @param about the criterion or the judge it is about; empty when it is about the whole entry
 */
public record Note(Code code, String about) {

    /** The kinds of notes; {@link #sentence()} gives each in words. */
    public enum Code {
        /** Too few judges remained to drop the highest and the lowest, so all were counted. */
        NOT_TRIMMED,
        /** A judge left a criterion open, so that the sheet has no total and does not count. */
        INCOMPLETE_SHEET,
        /** Nobody scored the criterion, so that the entry has no score. */
        CRITERION_NOT_SCORED,
        /** No sheet counts, so that the entry has no score. */
        NO_SHEETS,
        /** No judge compared the entry with another one, so that the entry has no score. */
        NOT_COMPARED
    }

    /** The note in English, for logs and the command line. */
    public String sentence() {
        return switch (code) {
            case NOT_TRIMMED -> "too few judges to drop any" + (about.isEmpty() ? "" : " for " + about);
            case INCOMPLETE_SHEET -> "the sheet of " + about + " is incomplete and not counted";
            case CRITERION_NOT_SCORED -> "no score for " + about + ", so it is not ranked";
            case NO_SHEETS -> "no complete sheet, so it is not ranked";
            case NOT_COMPARED -> "no judge compared it with another entry, so it is not ranked";
        };
    }
}
