package dev.albumen.application.share;

import dev.albumen.application.share.Recipients.Counted;
import dev.albumen.domain.share.ShareState;
import org.jspecify.annotations.Nullable;

/**
 * A recipient of a link as those see them who manage it.
 *
 * @param state where the link is in its life for them
 * @param token what their address ends with; {@code null} for everybody but the link's owner
 */
public record OwnedRecipient(Counted counted, ShareState state, @Nullable String token) {

    @Override
    public String toString() {
        return "OwnedRecipient[" + counted.recipient() + "]";
    }
}
