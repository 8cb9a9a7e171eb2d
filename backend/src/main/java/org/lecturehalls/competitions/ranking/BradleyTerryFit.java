package org.lecturehalls.competitions.ranking;

/**
 * Finds the most likely logarithms of strengths by Newton's method. The equations of a step are a weighted Laplacian,
 * which conjugate gradients solve without ever storing it as a whole. Everything is counted in halves, as
 * {@link Preferences} does.
 */
final class BradleyTerryFit {

    /** Each step leaves about its square of error, and the share below: after a step this short, less than 1e-10. */
    private static final double LAST_STEP = 1e-6;

    /** To which share of its length a step is solved. */
    private static final double SOLVED = 1e-4;

    private static final double LONGEST_STEP = 1;
    private static final int MOST_STEPS = 200;

    private final int size;
    /** Half wins of each entry, the half one over the imagined average entry among them. */
    private final double[] wins;
    /** How often entry i met each entry before it, in halves. */
    private final int[][] meetings;
    /** How much a meeting says at the present strengths; laid out as the meetings are. */
    private final double[][] weights;
    /** As the weights, for the meeting with the imagined entry. */
    private final double[] ownWeights;
    /** What the equations have on their diagonal. */
    private final double[] diagonal;

    private BradleyTerryFit(int[][] halfWins) {
        size = halfWins.length;
        wins = new double[size];
        meetings = new int[size][];
        weights = new double[size][];
        ownWeights = new double[size];
        diagonal = new double[size];
        for (int i = 0; i < size; i++) {
            wins[i] = 1;
            meetings[i] = new int[i];
            weights[i] = new double[i];
            for (int j = 0; j < size; j++) {
                wins[i] += halfWins[i][j];
            }
            for (int j = 0; j < i; j++) {
                meetings[i][j] = halfWins[i][j] + halfWins[j][i];
            }
        }
    }

    /** The logarithm of the strength of each entry. */
    static double[] logStrengths(int[][] halfWins) {
        return new BradleyTerryFit(halfWins).fit();
    }

    private double[] fit() {
        double[] logs = start();
        double longest = Double.MAX_VALUE;
        for (int step = 0; step < MOST_STEPS && longest > LAST_STEP; step++) {
            double[] direction = solve(slope(logs));
            longest = longest(direction);
            double share = Math.min(1, LONGEST_STEP / longest);
            for (int i = 0; i < size; i++) {
                logs[i] += share * direction[i];
            }
        }
        return logs;
    }

    /** Wins over losses, which already are the strengths when there is only one meeting each. */
    private double[] start() {
        double[] met = new double[size];
        for (int i = 0; i < size; i++) {
            met[i] += 2;
            for (int j = 0; j < i; j++) {
                met[i] += meetings[i][j];
                met[j] += meetings[i][j];
            }
        }
        double[] logs = new double[size];
        for (int i = 0; i < size; i++) {
            logs[i] = Math.log(wins[i] / (met[i] - wins[i]));
        }
        return logs;
    }

    /** How the likelihood rises with each logarithm: wins less expected wins. Also sets the weights. */
    private double[] slope(double[] logs) {
        double[] strengths = new double[size];
        double[] slope = wins.clone();
        for (int i = 0; i < size; i++) {
            strengths[i] = Math.exp(logs[i]);
            double chance = strengths[i] / (strengths[i] + 1);
            slope[i] -= 2 * chance;
            ownWeights[i] = 2 * chance * (1 - chance);
            diagonal[i] = ownWeights[i];
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double chance = strengths[i] / (strengths[i] + strengths[j]);
                double expected = meetings[i][j] * chance;
                slope[i] -= expected;
                slope[j] -= meetings[i][j] - expected;
                weights[i][j] = expected * (1 - chance);
                diagonal[i] += weights[i][j];
                diagonal[j] += weights[i][j];
            }
        }
        return slope;
    }

    /** Conjugate gradients, each entry scaled by its diagonal. */
    private double[] solve(double[] side) {
        double[] solution = new double[size];
        double[] rest = side.clone();
        double[] scaled = scaled(rest);
        double[] direction = scaled.clone();
        double energy = product(rest, scaled);
        double enough = energy * SOLVED * SOLVED;
        for (int round = 0; round < size && energy > enough; round++) {
            double[] image = image(direction);
            double length = energy / product(direction, image);
            for (int i = 0; i < size; i++) {
                solution[i] += length * direction[i];
                rest[i] -= length * image[i];
            }
            scaled = scaled(rest);
            double next = product(rest, scaled);
            for (int i = 0; i < size; i++) {
                direction[i] = scaled[i] + next / energy * direction[i];
            }
            energy = next;
        }
        return solution;
    }

    private double[] image(double[] vector) {
        double[] image = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = ownWeights[i] * vector[i];
            for (int j = 0; j < i; j++) {
                double flow = weights[i][j] * (vector[i] - vector[j]);
                sum += flow;
                image[j] -= flow;
            }
            image[i] += sum;
        }
        return image;
    }

    private double[] scaled(double[] vector) {
        double[] scaled = new double[size];
        for (int i = 0; i < size; i++) {
            scaled[i] = vector[i] / diagonal[i];
        }
        return scaled;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double longest(double[] vector) {
        double longest = 0;
        for (double each : vector) {
            longest = Math.max(longest, Math.abs(each));
        }
        return longest;
    }
}
