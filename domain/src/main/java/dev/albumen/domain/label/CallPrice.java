package dev.albumen.domain.label;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What calls cost, for estimates.
 *
 * @param perThousand in US dollars
 */
public record CallPrice(BigDecimal perThousand) {

    private static final int CENTS = 2;

    public CallPrice {
        if (perThousand.signum() < 0) {
            throw new IllegalArgumentException("price " + perThousand);
        }
    }

    /** In US dollars, rounded up to cents. */
    public BigDecimal of(long calls) {
        return perThousand.multiply(BigDecimal.valueOf(calls)).movePointLeft(3).setScale(CENTS, RoundingMode.CEILING);
    }
}
