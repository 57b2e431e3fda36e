package dev.albumen.domain.label;

/**
 * How many calls that cost something are made at most from midnight to midnight (UTC).
 *
 * @param perDay by the whole instance
 * @param perDayAndUser for the images of one user
 */
public record CallLimits(int perDay, int perDayAndUser) {

    public CallLimits {
        if (perDay < 0 || perDayAndUser < 0) {
            throw new IllegalArgumentException("limits " + perDay + " and " + perDayAndUser);
        }
    }
}
