package dev.albumen.domain.share;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.user.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a link chooses for one of its recipients. Of these and the link's own terms the narrower ones count:
 * nobody gets more than the link allows.
 *
 * @param name stands in the mark of what they see, and under what they write
 * @param email where the link is sent to; {@code null} for nowhere
 * @param expiresAt from then on the link is over for them
 * @param maxViews how many visits they may make; {@code null} for as many as the link allows, as with the others
 * @param allowSelection whether they may choose, where the link lets its holders choose
 * @param watermark whether all that they see is marked with their name; {@code null} for unless they may have originals,
 *     which are never given with a mark. What the link marks is marked in any case
 */
public record RecipientTerms(
        String name,
        @Nullable String email,
        @Nullable Instant expiresAt,
        @Nullable Integer maxViews,
        @Nullable Integer maxDownloads,
        @Nullable Download allowDownload,
        @Nullable Boolean allowUpload,
        @Nullable Boolean allowComments,
        @Nullable Boolean allowSelection,
        @Nullable Boolean watermark) {

    /** As long as a mark's text can be. */
    public static final int MAX_NAME = 64;

    private static final int MAX_EMAIL = 254;

    public RecipientTerms {
        name = Text.line("/name", name, MAX_NAME);
        email = Text.optionalLine("/email", email, MAX_EMAIL);
        if (email != null && !EmailAddress.violations("/email", email).isEmpty()) {
            throw new Refusal.Invalid(EmailAddress.violations("/email", email)).thrown();
        }
        ShareTerms.within("/expiresAt", expiresAt);
        ShareTerms.limit("/maxViews", maxViews);
        ShareTerms.limit("/maxDownloads", maxDownloads);
    }

    /** What the owner changes; what is cleared is as the link has it. The name is not cleared. */
    public record Patch(
            Change<String> name, Change<String> email, Change<Instant> expiresAt, Change<Integer> maxViews,
            Change<Integer> maxDownloads, Change<Download> allowDownload, Change<Boolean> allowUpload,
            Change<Boolean> allowComments, Change<Boolean> allowSelection, Change<Boolean> watermark) {
        @Override
        public String toString() {
            return "Patch[…]";
        }
    }

    /** The same terms, once they are known to be still ahead. */
    RecipientTerms beginningAt(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Refusal.invalid("/expiresAt", "past", "A link expires in the future.");
        }
        return this;
    }

    RecipientTerms changed(Patch patch, Instant now) {
        if (patch.name() instanceof Change.Clear<String>) {
            throw Refusal.invalid("/name", "required", "A recipient has a name.");
        }
        RecipientTerms next = new RecipientTerms(
                patch.name().orKeep(name, name), patch.email().orKeep(email, null), patch.expiresAt().orKeep(expiresAt, null),
                patch.maxViews().orKeep(maxViews, null), patch.maxDownloads().orKeep(maxDownloads, null),
                patch.allowDownload().orKeep(allowDownload, null), patch.allowUpload().orKeep(allowUpload, null),
                patch.allowComments().orKeep(allowComments, null), patch.allowSelection().orKeep(allowSelection, null),
                patch.watermark().orKeep(watermark, null));
        return patch.expiresAt() instanceof Change.Keep<Instant> ? next : next.beginningAt(now);
    }

    @Override
    public String toString() {
        return "RecipientTerms[…]";
    }
}
