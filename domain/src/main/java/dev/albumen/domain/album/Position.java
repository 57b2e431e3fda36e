package dev.albumen.domain.album;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An image's place in its album's manual order: a decimal fraction. There is always room for another between two, up
 * to a thousand decimal places, so that moving one image writes one row.
 */
public record Position(BigDecimal value) implements Comparable<Position> {

    /** Decimal places that a position has at most: far fewer than a database can keep, far more than people need. */
    public static final int MAX_DECIMALS = 1000;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public Position {
        value = value.stripTrailingZeros();
    }

    /**
     * A place after {@code before} and before {@code next}, with few digits.
     *
     * @param before {@code null} for the front
     * @param next {@code null} for the end
     * @throws RefusedException {@code Conflict} where the two are too close for another between them
     */
    public static Position between(@Nullable Position before, @Nullable Position next) {
        if (before == null && next == null) {
            return new Position(BigDecimal.ONE);
        }
        if (before == null) {
            return new Position(next.value.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE));
        }
        if (next == null) {
            return new Position(before.value.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
        }
        if (before.compareTo(next) >= 0) {
            throw new IllegalArgumentException(before + " is not before " + next);
        }
        return new Position(shortest(before.value, next.value));
    }

    private static BigDecimal shortest(BigDecimal low, BigDecimal high) {
        BigDecimal middle = low.add(high).divide(TWO, MathContext.UNLIMITED);
        int tooFew = -1;
        int enough = Math.max(0, middle.scale());
        while (enough - tooFew > 1) {
            int digits = (tooFew + enough) / 2;
            // More digits are never farther from the middle, so that one half can always be left out.
            if (isBetween(low, rounded(middle, digits), high)) {
                enough = digits;
            } else {
                tooFew = digits;
            }
        }
        if (enough > MAX_DECIMALS) {
            throw new Refusal.Conflict("order-too-fine",
                    "There is no more room between these two images. Move one of them elsewhere first.").thrown();
        }
        return enough < middle.scale() ? rounded(middle, enough) : middle;
    }

    private static BigDecimal rounded(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_DOWN);
    }

    private static boolean isBetween(BigDecimal low, BigDecimal value, BigDecimal high) {
        return value.compareTo(low) > 0 && value.compareTo(high) < 0;
    }

    @Override
    public int compareTo(Position other) {
        return value.compareTo(other.value);
    }
}
