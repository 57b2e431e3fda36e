package dev.albumen.rest.share.page;

import org.jspecify.annotations.Nullable;

/**
 * What an {@code img} says.
 *
 * @param classes of its proportions and colour
 * @param sources one picture in several sizes; {@code null} where there is one size
 * @param sizes how wide it is shown; {@code null} where there is one size
 * @param loading {@code lazy} or {@code eager}
 */
record Picture(
        String classes, String address, @Nullable String sources, @Nullable String sizes, int width, int height, String alt,
        String loading) {}
