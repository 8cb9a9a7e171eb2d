package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;

/** How one score is made of what the judges gave. */
public sealed interface RankingMethod {

    /** Whether scores are marks as judges give them, and not points or strengths made of an order. */
    default boolean givesMarks() {
        return true;
    }

    /** The mean of all judges. */
    record Mean() implements RankingMethod {}

    /**
     * The mean without the highest and lowest judges. Where dropping would leave nobody, all judges count and a
     * {@link Note.Code#NOT_TRIMMED} says so.
     *
     * @param drop how many are dropped at either end; above zero
     */
    record TrimmedMean(int drop) implements RankingMethod {

        public TrimmedMean {
            if (drop < 1) {
                throw new IllegalArgumentException("A trimmed mean drops at least one judge at either end");
            }
        }
    }

    /** The middle judge, or the mean of the two in the middle. */
    record Median() implements RankingMethod {}

    /**
     * The mean after the severity of each judge has been taken out; see {@link JudgeEffects} for the model.
     *
     * @param shrinkage how many sheets' worth of doubt each judge gets before being called harsh or mild; above zero
     * @param weighting whether judges who stray far from the others count less; see {@link JudgeWeights}
     */
    record JudgeAdjusted(BigDecimal shrinkage, Weighting weighting) implements RankingMethod {

        /** How much each judge counts. */
        public enum Weighting {
            EQUAL,
            BY_PRECISION
        }

        public JudgeAdjusted(BigDecimal shrinkage) {
            this(shrinkage, Weighting.BY_PRECISION);
        }

        public JudgeAdjusted {
            if (shrinkage.signum() <= 0) {
                throw new IllegalArgumentException("The shrinkage must be above zero");
            }
        }
    }

    /** Points for each entry that a judge put below; see {@link BordaCount}. */
    record Borda() implements RankingMethod {

        @Override
        public boolean givesMarks() {
            return false;
        }
    }

    /** Strength from who was preferred to whom; see {@link BradleyTerryModel}. */
    record BradleyTerry() implements RankingMethod {

        @Override
        public boolean givesMarks() {
            return false;
        }
    }
}
