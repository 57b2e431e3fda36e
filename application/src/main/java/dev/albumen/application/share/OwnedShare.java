package dev.albumen.application.share;

import dev.albumen.application.shared.Secrets;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link as those see it who manage it.
 *
 * @param used how often it was used
 * @param state where it is in its life now
 * @param token what its address ends with; {@code null} for everybody but its owner
 */
public record OwnedShare(ShareLink link, ShareUsage used, ShareState state, @Nullable String token) {

    private static final String PURPOSE = "share-token";

    /** Encrypts a new link's token. */
    static ShareLink.SealedToken seal(Secrets secrets, String token) {
        return new ShareLink.SealedToken(secrets.encrypt(PURPOSE, token.getBytes(StandardCharsets.UTF_8)));
    }

    static OwnedShare of(Secrets secrets, Viewer viewer, ShareLink link, ShareUsage used, Instant now) {
        ShareState state = ShareState.of(link, used, now);
        if (!ShareAccess.owns(viewer, link)) {
            return new OwnedShare(link, used, state, null);
        }
        byte[] token = secrets.decrypt(PURPOSE, link.sealedToken().cipher());
        return new OwnedShare(link, used, state, new String(token, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "OwnedShare[" + link + "]";
    }
}
