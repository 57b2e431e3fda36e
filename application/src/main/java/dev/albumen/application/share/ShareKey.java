package dev.albumen.application.share;

import dev.albumen.domain.share.Slug;
import dev.albumen.domain.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Finds a link by the end of an address: by its token, or by its slug where no link has that token.
 *
 * @param tokenHash of the text, as if it were a token
 * @param slug {@code null} where the text cannot be one
 */
public record ShareKey(Sha256 tokenHash, @Nullable Slug slug) {

    public static ShareKey of(String text) {
        return new ShareKey(Sha256.of(text), Slug.parse(text).orElse(null));
    }
}
