package dev.albumen.rest.share.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has chosen.
 *
 * @param back the link's own page
 * @param words how far it has come
 * @param trouble what was wrong before; {@code null} where nothing was
 * @param action what forms' addresses begin with
 * @param note what they say to the link's owner
 */
record SelectionPage(
        Head head, String heading, String back, String words, @Nullable String trouble, String action, Choosing.State state,
        List<Chosen> chosen, String note, boolean noteRequired) {

    /** @param marks stars, colour and comment in words; {@code null} for none */
    record Chosen(String address, String picture, String words, @Nullable String marks) {}
}
