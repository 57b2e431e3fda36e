package dev.albumen.rest.share.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of what a link shows.
 *
 * @param label for whom it is, or else the link's; {@code null} where it has none, or it is the title
 * @param until the last day; {@code null} where the link does not end
 * @param back the address of what this album lies in; {@code null} where the link is to it
 * @param parts the albums that lie in it
 * @param previous the address of the leaf before; {@code null} where this is the first
 * @param from the image that this leaf begins with; {@code null} for the first
 * @param bar {@code null} where there is nothing to choose
 * @param next the address of the leaf behind; {@code null} where this is the last
 */
record AlbumPage(
        Head head, String title, @Nullable String label, String description, String count, @Nullable Day until,
        List<Button> downloads, @Nullable String back, List<Part> parts, List<Tile> tiles, @Nullable String from, @Nullable Bar bar,
        @Nullable String previous, @Nullable String next) {

    /**
     * An album in this one.
     *
     * @param cover {@code null} where it shows no picture
     */
    record Part(String address, String title, String count, @Nullable Picture cover) {}

    /** @param machine as programs read it */
    record Day(String machine, String words) {}
}
