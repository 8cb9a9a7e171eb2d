package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.math.MathContext;

/** Solves symmetric positive definite systems by elimination, which needs no pivoting for these. */
final class LinearSystem {

    private LinearSystem() {}

    /** Answers x of {@code matrix x = side}. The arrays are used up. */
    static BigDecimal[] solve(BigDecimal[][] matrix, BigDecimal[] side, MathContext precision) {
        for (int pivot = 0; pivot < side.length; pivot++) {
            for (int row = pivot + 1; row < side.length; row++) {
                eliminate(matrix, side, pivot, row, precision);
            }
        }
        for (int row = side.length - 1; row >= 0; row--) {
            BigDecimal rest = side[row];
            for (int column = row + 1; column < side.length; column++) {
                rest = rest.subtract(matrix[row][column].multiply(side[column], precision), precision);
            }
            side[row] = rest.divide(matrix[row][row], precision);
        }
        return side;
    }

    private static void eliminate(BigDecimal[][] matrix, BigDecimal[] side, int pivot, int row, MathContext precision) {
        if (matrix[row][pivot].signum() == 0) {
            return;
        }
        BigDecimal factor = matrix[row][pivot].divide(matrix[pivot][pivot], precision);
        for (int column = pivot + 1; column < side.length; column++) {
            BigDecimal part = matrix[pivot][column].multiply(factor, precision);
            matrix[row][column] = matrix[row][column].subtract(part, precision);
        }
        side[row] = side[row].subtract(side[pivot].multiply(factor, precision), precision);
    }
}
