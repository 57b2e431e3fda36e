package dev.albumen.rest.share.page;

import org.jspecify.annotations.Nullable;

/**
 * A picture among others.
 *
 * @param id for coming back to it
 * @param address of its own page
 * @param title {@code null} where it has none
 * @param playing how long it plays, for a video
 * @param pick {@code null} where there is nothing to choose
 */
record Tile(String id, String address, Picture picture, @Nullable String title, @Nullable String playing, @Nullable Pick pick) {}
