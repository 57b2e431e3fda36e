package dev.albumen.domain.label;

/**
 * How sure a labeler is.
 *
 * @param perMille thousandths, 0 to 1000
 */
public record Confidence(int perMille) implements Comparable<Confidence> {

    public static final Confidence CERTAIN = new Confidence(1000);

    public Confidence {
        if (perMille < 0 || perMille > 1000) {
            throw new IllegalArgumentException("confidence " + perMille);
        }
    }

    /** The nearest to a share from 0 to 1; what lies outside is cut off. */
    public static Confidence of(double share) {
        return new Confidence((int) Math.round(Math.clamp(share, 0.0, 1.0) * 1000));
    }

    /** From 0 to 1. */
    public double share() {
        return perMille / 1000.0;
    }

    @Override
    public int compareTo(Confidence other) {
        return Integer.compare(perMille, other.perMille);
    }
}
