package dev.albumen.rest.share.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of what a link shows.
 *
 * @param label for whom it is, or else the link's; {@code null} where it has none, or it is the title
 * @param until the last day; {@code null} where the link does not end
 * @param previous the address of the leaf before; {@code null} where this is the first
 * @param from the image that this leaf begins with; {@code null} for the first
 * @param bar {@code null} where there is nothing to choose
 * @param next the address of the leaf behind; {@code null} where this is the last
 */
record AlbumPage(
        Head head, String title, @Nullable String label, String description, String count, @Nullable Day until,
        List<Button> downloads, List<Tile> tiles, @Nullable String from, @Nullable Bar bar, @Nullable String previous,
        @Nullable String next) {

    /** @param machine as programs read it */
    record Day(String machine, String words) {}
}
