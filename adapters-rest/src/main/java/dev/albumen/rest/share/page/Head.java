package dev.albumen.rest.share.page;

import org.jspecify.annotations.Nullable;

/**
 * What stands in every page's head.
 *
 * @param card {@code null} where nothing is told to programs that show links
 */
record Head(String title, String style, String icon, @Nullable Card card) {

    /**
     * What programs show of a link (the Open Graph protocol).
     *
     * @param address of the page, whole, as {@code picture} is
     * @param oembed where the same is to be had as oEmbed
     */
    record Card(
            String title, String description, String address, @Nullable String picture, int width, int height, String alt,
            String oembed) {}
}
