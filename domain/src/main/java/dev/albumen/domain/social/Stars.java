package dev.albumen.domain.social;

import dev.albumen.domain.shared.Refusal;

/** How good somebody finds an image, for themselves: 1 to 5. */
public record Stars(int count) {

    public static final int MOST = 5;

    public Stars {
        if (!isCount(count)) {
            throw new IllegalArgumentException("stars: " + count);
        }
    }

    /**
     * Reads what somebody chose.
     *
     * @param pointer where it was said
     */
    public static Stars chosen(String pointer, int count) {
        if (!isCount(count)) {
            throw Refusal.invalid(pointer, "out-of-range", "A rating is a number from 1 to " + MOST + ".");
        }
        return new Stars(count);
    }

    /** Whether there is a rating with so many. */
    public static boolean isCount(int count) {
        return count >= 1 && count <= MOST;
    }
}
