package dev.albumen.domain.image;

/**
 * A perceptual hash: 64 comparisons of neighbouring areas of a picture. Scaling, another encoding and other brightness change
 * few of them, so pictures are as alike as their hashes have bits in common. It knows nothing of colours, turned or cropped
 * pictures.
 *
 * <p>Source: N. Krawetz, "Kind of Like That", The Hacker Factor Blog, 2013 (dHash).
 */
public record DifferenceHash(long bits) {

    public static final int BITS = Long.SIZE;

    /** How many comparisons come out differently, 0 to 64. */
    public int distanceTo(DifferenceHash other) {
        return Long.bitCount(bits ^ other.bits);
    }
}
