package dev.albumen.domain.image;

/** How far apart difference hashes of pictures are that count as alike, in bits. */
public final class SimilarityLimits {

    /** Pictures this near are mostly of the same scene. */
    public static final int DEFAULT_DISTANCE = 10;

    /** Beyond it, what is found has little to do with the picture, and finding it costs much. */
    public static final int MAX_DISTANCE = 16;

    /** So near are another size or encoding of a picture, or the same after small corrections. */
    public static final int DUPLICATE_DISTANCE = 4;

    private SimilarityLimits() {}
}
