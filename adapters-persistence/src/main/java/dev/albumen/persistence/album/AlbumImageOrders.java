package dev.albumen.persistence.album;

import dev.albumen.domain.album.AlbumSort;
import dev.albumen.persistence.shared.Order;

/** The orders in which an album shows its images: the album's places under {@code x}, the images under {@code i}. */
public final class AlbumImageOrders {

    private AlbumImageOrders() {}

    public static Order of(AlbumSort sort) {
        return switch (sort) {
            case MANUAL -> Order.by("x.position", "numeric", "x.image_id", false);
            case CREATED_AT_DESCENDING -> Order.byId("x.image_id", true);
            case TAKEN_AT -> Order.by("coalesce(i.taken_at, 'infinity')", "timestamptz", "i.id", false);
            case TAKEN_AT_DESCENDING -> Order.by("coalesce(i.taken_at, '-infinity')", "timestamptz", "i.id", true);
            case FILENAME -> Order.by("folded(i.filename) COLLATE \"C\"", "text", "i.id", false);
        };
    }
}
