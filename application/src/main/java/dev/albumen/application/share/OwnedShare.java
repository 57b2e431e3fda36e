package dev.albumen.application.share;

import dev.albumen.application.shared.Secrets;
import dev.albumen.domain.share.ShareLink;
import java.nio.charset.StandardCharsets;

/**
 * A link as its owner sees it.
 *
 * @param token what its address ends with
 */
public record OwnedShare(ShareLink link, String token) {

    private static final String PURPOSE = "share-token";

    /** Encrypts a new link's token. */
    static ShareLink.SealedToken seal(Secrets secrets, String token) {
        return new ShareLink.SealedToken(secrets.encrypt(PURPOSE, token.getBytes(StandardCharsets.UTF_8)));
    }

    static OwnedShare of(Secrets secrets, ShareLink link) {
        byte[] token = secrets.decrypt(PURPOSE, link.sealedToken().cipher());
        return new OwnedShare(link, new String(token, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "OwnedShare[" + link + "]";
    }
}
