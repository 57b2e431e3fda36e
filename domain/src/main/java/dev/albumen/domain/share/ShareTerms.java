package dev.albumen.domain.share;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a link chooses about it, but for its password.
 *
 * @param slug a name for the address, beside the token
 * @param startsAt before it the link looks as if there were none
 * @param expiresAt from then on the link is over
 * @param maxViews how many visits there may be, from 1 to {@value #MOST}; {@code null} for any number
 * @param maxDownloads the same of downloads
 * @param allowUpload whether holders may send images, for the owner to accept
 * @param allowComments whether holders may comment
 * @param showMetadata whether holders see file names, places and what the metadata says
 * @param watermark whether every image is shown with a mark, and no original is given away
 */
public record ShareTerms(
        @Nullable String label,
        @Nullable Slug slug,
        @Nullable Instant startsAt,
        @Nullable Instant expiresAt,
        @Nullable Integer maxViews,
        @Nullable Integer maxDownloads,
        Download allowDownload,
        boolean allowUpload,
        boolean allowComments,
        boolean showMetadata,
        boolean watermark) {

    public static final int MAX_LABEL = 127;
    public static final int MOST = 1_000_000;
    /** Shows the pictures until its owner ends it, and allows nothing else. */
    public static final ShareTerms PLAIN =
            new ShareTerms(null, null, null, null, null, null, Download.NONE, false, false, false, false);

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public ShareTerms {
        label = Text.optionalLine("/label", label, MAX_LABEL);
        within("/startsAt", startsAt);
        within("/expiresAt", expiresAt);
        limit("/maxViews", maxViews);
        limit("/maxDownloads", maxDownloads);
        if (startsAt != null && expiresAt != null && !startsAt.isBefore(expiresAt)) {
            throw Refusal.invalid("/startsAt", "after-end", "A link starts before it expires.");
        }
    }

    /** What the owner changes. What is cleared becomes the least that there is. */
    public record Patch(
            Change<String> label, Change<Slug> slug, Change<Instant> startsAt, Change<Instant> expiresAt,
            Change<Integer> maxViews, Change<Integer> maxDownloads, Change<Download> allowDownload,
            Change<Boolean> allowUpload, Change<Boolean> allowComments, Change<Boolean> showMetadata,
            Change<Boolean> watermark) {

        public static final Patch NOTHING = new Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(),
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());
    }

    /** The same terms, once they are known to be still ahead. */
    ShareTerms beginningAt(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Refusal.invalid("/expiresAt", "past", "A link expires in the future.");
        }
        return this;
    }

    /** The same terms with the changes. An expiry that is over already may stay, but not be set. */
    ShareTerms changed(Patch patch, Instant now) {
        ShareTerms next = new ShareTerms(
                patch.label().orKeep(label, null), patch.slug().orKeep(slug, null), patch.startsAt().orKeep(startsAt, null),
                patch.expiresAt().orKeep(expiresAt, null), patch.maxViews().orKeep(maxViews, null),
                patch.maxDownloads().orKeep(maxDownloads, null), patch.allowDownload().orKeep(allowDownload, Download.NONE),
                patch.allowUpload().orKeep(allowUpload, false), patch.allowComments().orKeep(allowComments, false),
                patch.showMetadata().orKeep(showMetadata, false), patch.watermark().orKeep(watermark, false));
        return patch.expiresAt() instanceof Change.Keep<Instant> ? next : next.beginningAt(now);
    }

    /** The same terms without a name for the address. */
    public ShareTerms withoutSlug() {
        return new ShareTerms(label, null, startsAt, expiresAt, maxViews, maxDownloads, allowDownload, allowUpload, allowComments,
                showMetadata, watermark);
    }

    /** What is left of them for somebody who may have less. Times and limits are theirs beside these. */
    ShareTerms narrowed(RecipientTerms own) {
        Download download = own.allowDownload() == null || own.allowDownload().compareTo(allowDownload) > 0
                ? allowDownload : own.allowDownload();
        boolean marked = own.watermark() == null ? download != Download.ORIGINAL : own.watermark();
        return new ShareTerms(label, slug, startsAt, expiresAt, maxViews, maxDownloads, download,
                allowUpload && !Boolean.FALSE.equals(own.allowUpload()), allowComments && !Boolean.FALSE.equals(own.allowComments()),
                showMetadata, watermark || marked);
    }

    /** Times that people mean, and that every part of the service can count with. */
    static void within(String pointer, @Nullable Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw Refusal.invalid(pointer, "out-of-range", "This time is between the years 1970 and 9999.");
        }
    }

    static void limit(String pointer, @Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Refusal.invalid(pointer, "out-of-range", "A limit is a number from 1 to 1,000,000.");
        }
    }
}
