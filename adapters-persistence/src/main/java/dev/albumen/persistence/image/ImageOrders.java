package dev.albumen.persistence.image;

import dev.albumen.application.image.ImageSearch;
import dev.albumen.persistence.shared.Order;

/** The orders of image lists, each with an index of its own for an owner's list. */
final class ImageOrders {

    private ImageOrders() {}

    static Order of(ImageSearch search) {
        return switch (search.sort()) {
            case null -> search.words() == null ? byId(true) : ImageWords.RELEVANCE;
            case RELEVANCE -> search.words() == null ? byId(true) : ImageWords.RELEVANCE;
            case CREATED_AT -> byId(false);
            case CREATED_AT_DESCENDING -> byId(true);
            case TAKEN_AT -> by("coalesce(i.taken_at, 'infinity')", "timestamptz", false);
            case TAKEN_AT_DESCENDING -> by("coalesce(i.taken_at, '-infinity')", "timestamptz", true);
            case FILENAME -> by("folded(i.filename) COLLATE \"C\"", "text", false);
            case FILENAME_DESCENDING -> by("folded(i.filename) COLLATE \"C\"", "text", true);
            case BYTE_SIZE -> by("i.byte_size", "bigint", false);
            case BYTE_SIZE_DESCENDING -> by("i.byte_size", "bigint", true);
        };
    }

    private static Order byId(boolean descending) {
        return Order.byId("i.id", descending);
    }

    private static Order by(String value, String type, boolean descending) {
        return Order.by(value, type, "i.id", descending);
    }
}
