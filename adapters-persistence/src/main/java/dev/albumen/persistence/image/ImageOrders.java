package dev.albumen.persistence.image;

import dev.albumen.application.image.ImageSearch;
import dev.albumen.persistence.shared.Order;

/**
 * The orders of image lists, each with an index of its own for an owner's list. Only that by likes has none: likes are not in
 * the images' rows, so that list is sorted whenever it is read.
 */
final class ImageOrders {

    private static final String LIKES = "coalesce((SELECT o.likes FROM image_tallies o WHERE o.image_id = i.id), 0)";

    private ImageOrders() {}

    /** @param byTag whether the list follows a tag */
    static Order of(ImageSearch search, boolean byTag) {
        return switch (search.sort()) {
            case null -> search.words().isEmpty() ? created(byTag, true) : RankedImages.RELEVANCE;
            case RELEVANCE -> search.words().isEmpty() ? created(byTag, true) : RankedImages.RELEVANCE;
            case CREATED_AT -> created(byTag, false);
            case CREATED_AT_DESCENDING -> created(byTag, true);
            case TAKEN_AT -> by("coalesce(i.taken_at, 'infinity')", "timestamptz", false);
            case TAKEN_AT_DESCENDING -> by("coalesce(i.taken_at, '-infinity')", "timestamptz", true);
            case FILENAME -> by("folded(i.filename) COLLATE \"C\"", "text", false);
            case FILENAME_DESCENDING -> by("folded(i.filename) COLLATE \"C\"", "text", true);
            case LIKE_COUNT -> by(LIKES, "integer", false);
            case LIKE_COUNT_DESCENDING -> by(LIKES, "integer", true);
            case BYTE_SIZE -> by("i.byte_size", "bigint", false);
            case BYTE_SIZE_DESCENDING -> by("i.byte_size", "bigint", true);
        };
    }

    /** A tag's own index is in the order of ids, which is that of creation, so a list of what bears the tag follows it. */
    private static Order created(boolean byTag, boolean descending) {
        return byTag
                ? Order.byId("it.image_id", descending)
                : by("i.created_at", "timestamptz", descending);
    }

    private static Order by(String value, String type, boolean descending) {
        return Order.by(value, type, "i.id", descending);
    }
}
