package dev.albumen.application.share;

import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.ShareUsage;
import org.jspecify.annotations.Nullable;

/**
 * A link as those see it who manage it.
 *
 * @param used how often it was used
 * @param state where it is in its life now
 * @param selection what was said about choosing through it
 * @param recipients how many it has
 * @param token what its address ends with; {@code null} for everybody but its owner
 */
public record OwnedShare(
        ShareLink link, ShareUsage used, ShareState state, SelectionConfig selection, int recipients, @Nullable String token) {

    @Override
    public String toString() {
        return "OwnedShare[" + link + "]";
    }
}
