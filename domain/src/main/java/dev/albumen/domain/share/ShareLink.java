package dev.albumen.domain.share;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Text;
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
 * @param showMetadata whether holders see file names, places and what the metadata says
 * @param watermark whether every image is shown with a mark, and no original is given away
 * @param version counts changes, from 1
 */
public record ShareLink(
        ShareId id,
        UserId ownerId,
        SharedResource resource,
        Sha256 tokenHash,
        SealedToken sealedToken,
        @Nullable String label,
        @Nullable Instant expiresAt,
        @Nullable String passwordHash,
        int passwordVersion,
        boolean active,
        Download allowDownload,
        boolean showMetadata,
        boolean watermark,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final int MAX_LABEL = 127;

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

    /** What the owner chooses. */
    public record Terms(
            @Nullable String label, @Nullable Instant expiresAt, @Nullable String passwordHash, Download allowDownload,
            boolean showMetadata, boolean watermark) {
        @Override
        public String toString() {
            return "Terms[label=" + label + ", expiresAt=" + expiresAt + ", allowDownload=" + allowDownload + "]";
        }
    }

    /** What the owner may change; the password comes hashed. */
    public record Patch(
            Change<String> label, Change<Instant> expiresAt, Change<String> passwordHash, Change<Download> allowDownload,
            Change<Boolean> showMetadata, Change<Boolean> active, Change<Boolean> watermark) {
        @Override
        public String toString() {
            return "Patch[label=" + label + ", expiresAt=" + expiresAt + ", active=" + active + "]";
        }
    }

    /** A new link. */
    public static ShareLink created(
            ShareId id, UserId owner, SharedResource resource, Sha256 tokenHash, SealedToken sealedToken, Terms terms,
            Instant now) {
        return new ShareLink(id, owner, resource, tokenHash, sealedToken,
                Text.optionalLine("/label", terms.label(), MAX_LABEL), future(terms.expiresAt(), now),
                terms.passwordHash(), 1, true, terms.allowDownload(), terms.showMetadata(), terms.watermark(), now, now, 1);
    }

    /** The same link with the changes. */
    public ShareLink changed(Patch patch, Instant now) {
        boolean sameExpiry = patch.expiresAt() instanceof Change.Keep<Instant>;
        boolean samePassword = patch.passwordHash() instanceof Change.Keep<String>;
        return new ShareLink(id, ownerId, resource, tokenHash, sealedToken,
                Text.optionalLine("/label", patch.label().orKeep(label, null), MAX_LABEL),
                sameExpiry ? expiresAt : future(patch.expiresAt().orKeep(expiresAt, null), now),
                patch.passwordHash().orKeep(passwordHash, null), samePassword ? passwordVersion : passwordVersion + 1,
                patch.active().orKeep(active, false), patch.allowDownload().orKeep(allowDownload, Download.NONE),
                patch.showMetadata().orKeep(showMetadata, false), patch.watermark().orKeep(watermark, false), createdAt,
                now, version);
    }

    public boolean hasPassword() {
        return passwordHash != null;
    }

    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    private static @Nullable Instant future(@Nullable Instant time, Instant now) {
        if (time != null && !time.isAfter(now)) {
            throw Refusal.invalid("/expiresAt", "past", "A link expires in the future.");
        }
        return time;
    }

    @Override
    public String toString() {
        return "ShareLink[" + id + ", " + resource + "]";
    }
}
