package org.lecturehalls.competitions.audit;

/** What a record of the log tells. The names are part of the export. */
public final class LogKind {

    /** Another state: {@code from}, {@code to} and, for a step back, {@code reason}. */
    public static final String STATE = "state";
    /** The rubric, the rule, the entries and who judges them, as judging starts. Earlier sheets no longer count. */
    public static final String FROZEN = "frozen";
    /** What the dossiers of an award to lecturers say from now on: {@code from}, {@code until}, {@code dossiers}. */
    public static final String DOSSIERS_FROZEN = "dossiers-frozen";
    /** A note beside a dossier: {@code entry}, {@code text}. */
    public static final String DOSSIER_NOTED = "dossier-noted";
    /** A sheet: {@code entry}, {@code judge}, {@code scores}; {@code paper} when an officer brought it in. */
    public static final String SHEET_SUBMITTED = "sheet-submitted";
    /** A sheet given back to its judge: {@code entry}, {@code judge}, {@code reason}. */
    public static final String SHEET_REOPENED = "sheet-reopened";
    /** A judge who no longer judges an entry: {@code entry}, {@code judge}, {@code reason}. */
    public static final String RECUSED = "recused";
    /** Another judge for an entry: {@code entry}, {@code judge}, {@code reason}. */
    public static final String JUDGE_ADDED = "judge-added";
    /** Points off: {@code entry}, {@code deduction}, {@code points}, {@code reason}. */
    public static final String DEDUCTED = "deducted";
    /** A deduction taken back: {@code entry}, {@code deduction}, {@code reason}. */
    public static final String DEDUCTION_LIFTED = "deduction-lifted";
    /** An entry that does not take part: {@code entry}, {@code reason}. */
    public static final String EXCLUDED = "excluded";
    /** An entry that takes part after all: {@code entry}, {@code reason}. */
    public static final String ADMITTED = "admitted";
    /** Another closing: {@code closesAt}, {@code reason}. */
    public static final String EXTENDED = "extended";
    /** Entries of another contest taken in: {@code from}, {@code head}, {@code rule}, {@code entries}, {@code signature}. */
    public static final String PROMOTED = "promoted";
    /** Public votes that count no more: {@code entry}, {@code from}, {@code to}, {@code reason}. */
    public static final String VOTES_VOIDED = "votes-voided";
    /** What the public voted, where that has a part of the score: {@code votes} by entry. */
    public static final String VOTES_COUNTED = "votes-counted";
    /** The ranking as published: {@code ranking} with {@code entry}, {@code rank}, {@code score}. */
    public static final String PUBLISHED = "published";
    /** Who won what: {@code awards} with {@code entry}, {@code tier}. */
    public static final String AWARDED = "awarded";
    /** A certificate that is good no more: {@code entry}, {@code certificate}, {@code reason}. */
    public static final String CERTIFICATE_REVOKED = "certificate-revoked";

    private LogKind() {}
}
