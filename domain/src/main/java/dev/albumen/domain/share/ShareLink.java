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
        long version) {

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

    public @Nullable String label() {
        return terms.label();
    }

    public @Nullable Instant expiresAt() {
        return terms.expiresAt();
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
        return terms.expiresAt() != null && !now.isBefore(terms.expiresAt());
    }

    @Override
    public String toString() {
        return "ShareLink[" + id + ", " + resource + "]";
    }
}
