package org.lecturehalls.competitions.ranking;

/**
 * Between which ranks an entry would have come with other judges of the same kind, in nine of ten cases.
 *
 * @param best the better rank
 * @param worst the worse rank
 */
public record RankInterval(int best, int worst) {}
