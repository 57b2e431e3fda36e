package dev.albumen.domain.share;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A link that shows an album or an image to whoever holds it.
 *
 * @param tokenHash finds the link by the token of its address
 * @param sealedToken the token, encrypted, so that its owner can copy the link again
 * @param passwordHash {@code null} where the link has no password
 * @param passwordVersion raised with every change of the password, so that earlier unlocks end
 * @param active whether the link opens; turned off, it looks as if it never was
 * @param version counts changes, from 1
 * @param recipient in whose hands it is, with what is left of its terms for them; {@code null} for the link itself
 */
public record ShareLink(
        ShareId id,
        UserId ownerId,
        SharedResource resource,
        Sha256 tokenHash,
        SealedToken sealedToken,
        ShareTerms terms,
        @Nullable String passwordHash,
        int passwordVersion,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version,
        @Nullable Recipient recipient) {

    /** A link as its owner has it. */
    public ShareLink(
            ShareId id, UserId ownerId, SharedResource resource, Sha256 tokenHash, SealedToken sealedToken, ShareTerms terms,
            @Nullable String passwordHash, int passwordVersion, boolean active, Instant createdAt, Instant updatedAt, long version) {
        this(id, ownerId, resource, tokenHash, sealedToken, terms, passwordHash, passwordVersion, active, createdAt, updatedAt,
                version, null);
    }

    /** An encrypted token. */
    public record SealedToken(byte[] cipher) {

        public SealedToken {
            cipher = cipher.clone();
        }

        @Override
        public byte[] cipher() {
            return cipher.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SealedToken token && Arrays.equals(cipher, token.cipher);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(cipher);
        }

        @Override
        public String toString() {
            return "SealedToken[…]";
        }
    }

    /** What the owner may change; the password comes hashed. */
    public record Patch(ShareTerms.Patch terms, Change<String> passwordHash, Change<Boolean> active) {

        @Override
        public String toString() {
            return "Patch[" + terms + ", active=" + active + "]";
        }
    }

    /** A new link. */
    public static ShareLink created(
            ShareId id, UserId owner, SharedResource resource, Sha256 tokenHash, SealedToken sealedToken, ShareTerms terms,
            @Nullable String passwordHash, Instant now) {
        return new ShareLink(
                id, owner, resource, tokenHash, sealedToken, terms.beginningAt(now), passwordHash, 1, true, now, now, 1);
    }

    /** The same link with the changes. */
    public ShareLink changed(Patch patch, Instant now) {
        boolean samePassword = patch.passwordHash() instanceof Change.Keep<String>;
        return new ShareLink(id, ownerId, resource, tokenHash, sealedToken, terms.changed(patch.terms(), now),
                patch.passwordHash().orKeep(passwordHash, null), samePassword ? passwordVersion : passwordVersion + 1,
                patch.active().orKeep(active, false), createdAt, now, version);
    }

    /** The link as one of its recipients has it. */
    public ShareLink heldBy(Recipient person) {
        return new ShareLink(id, ownerId, resource, tokenHash, sealedToken, terms.narrowed(person.terms()), passwordHash,
                passwordVersion, active && person.active(), createdAt, updatedAt, version, person);
    }

    /** Tells apart to whom something was signed: everybody who has the link, or one recipient. */
    public String holder() {
        return recipient == null ? id.toString() : id + " to " + recipient.id();
    }

    /** Whether views are counted as they begin. */
    public boolean limitsViews() {
        return terms.maxViews() != null || recipient != null && recipient.terms().maxViews() != null;
    }

    /** Whether whoever holds it may choose, where the link lets its holders choose. */
    public boolean letsChoose() {
        return recipient == null || !Boolean.FALSE.equals(recipient.terms().allowSelection());
    }

    public @Nullable String label() {
        return terms.label();
    }

    /** The earlier one where its holder has an end of their own. */
    public @Nullable Instant expiresAt() {
        Instant own = recipient == null ? null : recipient.terms().expiresAt();
        Instant end = terms.expiresAt();
        return own == null || end != null && end.isBefore(own) ? end : own;
    }

    public Download allowDownload() {
        return terms.allowDownload();
    }

    public boolean showMetadata() {
        return terms.showMetadata();
    }

    public boolean watermark() {
        return terms.watermark();
    }

    public boolean hasPassword() {
        return passwordHash != null;
    }

    public boolean started(Instant now) {
        return terms.startsAt() == null || !now.isBefore(terms.startsAt());
    }

    public boolean expired(Instant now) {
        Instant end = expiresAt();
        return end != null && !now.isBefore(end);
    }

    @Override
    public String toString() {
        return "ShareLink[" + id + ", " + resource + "]";
    }
}
