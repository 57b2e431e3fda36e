package dev.albumen.domain.share;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import java.time.Instant;

/**
 * Somebody whom a link was given to under their name, with an address of their own. It ends with the link, and is open only
 * while the link is.
 *
 * @param tokenHash finds them by the token of their address
 * @param sealedToken the token, encrypted, so that the owner can copy the address again
 * @param active whether their address opens; turned off, it looks as if it never was
 * @param version counts changes, from 1
 */
public record Recipient(
        RecipientId id, ShareId shareId, Sha256 tokenHash, ShareLink.SealedToken sealedToken, RecipientTerms terms, boolean active,
        Instant createdAt, Instant updatedAt, long version) {

    /** So many does a link have at most. */
    public static final int MOST = 200;

    /** What the owner may change. */
    public record Patch(RecipientTerms.Patch terms, Change<Boolean> active) {}

    /** A new one. */
    public static Recipient invited(
            RecipientId id, ShareId share, Sha256 tokenHash, ShareLink.SealedToken sealedToken, RecipientTerms terms, Instant now) {
        return new Recipient(id, share, tokenHash, sealedToken, terms.beginningAt(now), true, now, now, 1);
    }

    /** The same with the changes. */
    public Recipient changed(Patch patch, Instant now) {
        return new Recipient(id, shareId, tokenHash, sealedToken, terms.changed(patch.terms(), now),
                patch.active().orKeep(active, false), createdAt, now, version);
    }

    public String name() {
        return terms.name();
    }

    public boolean expired(Instant now) {
        return terms.expiresAt() != null && !now.isBefore(terms.expiresAt());
    }

    @Override
    public String toString() {
        return "Recipient[" + id + "]";
    }
}
