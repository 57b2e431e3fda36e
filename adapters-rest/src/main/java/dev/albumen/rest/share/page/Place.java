package dev.albumen.rest.share.page;

import dev.albumen.domain.shared.AlbumId;
import org.jspecify.annotations.Nullable;

/**
 * Where in what a link shows a page is.
 *
 * @param token by which the link was opened
 * @param album of the project that the link is to; {@code null} for what the link is to
 */
record Place(String token, @Nullable AlbumId album) {

    /** Of the page, without what follows it. */
    String address() {
        return "/s/" + token + (album == null ? "" : "/a/" + album);
    }

    Place at(@Nullable AlbumId other) {
        return new Place(token, other);
    }
}
