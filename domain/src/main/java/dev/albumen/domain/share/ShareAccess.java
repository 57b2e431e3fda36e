package dev.albumen.domain.share;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.shared.Viewer.Grant;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what through a share link, and to it. Pure: everything that the answer hangs on is an argument. */
public final class ShareAccess {

    private ShareAccess() {}

    /**
     * What the policy looks at when somebody comes with a link.
     *
     * @param resourceShown whether what the link opens is there to be shown: not deleted, not in the trash, ready
     * @param ownerActive whether the account that made the link is neither disabled nor on its way out
     * @param link as whoever comes has it
     * @param used how often the link was used so far, by everybody
     * @param recipientUsed how often by the recipient in whose hands it is
     */
    public record Facts(
            ShareLink link, boolean resourceShown, boolean ownerActive, ShareUsage used, ShareUsage recipientUsed) {

        /** Of a link that is in nobody's hands in particular. */
        public Facts(ShareLink link, boolean resourceShown, boolean ownerActive, ShareUsage used) {
            this(link, resourceShown, ownerActive, used, ShareUsage.NONE);
        }
    }

    /**
     * Opens a link to somebody who is within it: where visits are limited, they have one.
     *
     * @param proven the password's version that the visitor's visit, or a signature that they were given in it, stands for;
     *     {@code null} where they have neither
     * @return the visitor with what the link grants
     */
    public static Viewer.LinkHolder open(Facts facts, @Nullable Integer proven, Instant now) {
        Viewer.LinkHolder holder = admit(facts, proven, now);
        if (facts.link().limitsViews() && !isVisit(facts.link(), proven)) {
            throw new Refusal.Unauthenticated("share-visit-required", "Open the link itself first.").thrown();
        }
        return holder;
    }

    /** {@link #open} for somebody who comes to the link itself, and is given a visit if they have none. */
    public static Viewer.LinkHolder admit(Facts facts, @Nullable Integer proven, Instant now) {
        ShareLink link = requireOpen(facts, now);
        if (!isVisit(link, proven)) {
            requireViewsLeft(facts);
            if (link.hasPassword()) {
                throw new Refusal.Unauthenticated("share-password-required", "This link wants its password.").thrown();
            }
        }
        return new Viewer.LinkHolder(link.id(), grants(link));
    }

    /** The visitor, who may choose too where the link's owner lets them. */
    public static Viewer.LinkHolder selecting(Viewer.LinkHolder holder, ShareLink link, SelectionConfig config) {
        if (!config.enabled() || !link.letsChoose()) {
            return holder;
        }
        Set<Grant> grants = EnumSet.copyOf(holder.grants());
        grants.add(Grant.SELECT);
        return new Viewer.LinkHolder(holder.shareId(), grants);
    }

    /** Refuses new visits to a link that has had as many as it may. */
    public static void requireViewsLeft(Facts facts) {
        ShareLink link = facts.link();
        Recipient recipient = link.recipient();
        if (reached(link.terms().maxViews(), facts.used().views())
                || recipient != null && reached(recipient.terms().maxViews(), facts.recipientUsed().views())) {
            throw usedUp();
        }
    }

    /** Whether there may be one more download. */
    public static boolean downloadsLeft(Facts facts) {
        ShareLink link = facts.link();
        Recipient recipient = link.recipient();
        return !reached(link.terms().maxDownloads(), facts.used().downloads())
                && (recipient == null || !reached(recipient.terms().maxDownloads(), facts.recipientUsed().downloads()));
    }

    private static boolean reached(@Nullable Integer most, long used) {
        return most != null && used >= most;
    }

    public static RefusedException usedUp() {
        return new Refusal.Gone("share-used-up", "This link has been opened as often as its owner allows.").thrown();
    }

    public static RefusedException downloadsUsedUp() {
        return new Refusal.Gone("share-downloads-used-up", "As much as this link's owner allows has been downloaded.").thrown();
    }

    /** The link, if it is one that a password could open to somebody who has a visit. */
    public static ShareLink requireOpen(Facts facts, Instant now) {
        ShareLink link = facts.link();
        if (!link.active() || !facts.ownerActive() || !facts.resourceShown() || !link.started(now)) {
            throw Refusal.notFound();
        }
        if (link.expired(now)) {
            throw new Refusal.Gone("share-expired", "This link has expired.").thrown();
        }
        return link;
    }

    /** Refuses everybody but the link's owner and admins; to the others it does not exist. */
    public static void requireManaging(Viewer viewer, ShareLink link) {
        if (!owns(viewer, link) && !viewer.is(Role.ADMIN)) {
            throw Refusal.notFound();
        }
    }

    /** Whether the link is the viewer's own: only then may they see its token. */
    public static boolean owns(Viewer viewer, ShareLink link) {
        return viewer.user().equals(Optional.of(link.ownerId()));
    }

    /** Refuses what the link does not grant. */
    public static void require(Viewer.LinkHolder holder, Grant grant) {
        if (!holder.grants().contains(grant)) {
            throw new Refusal.Forbidden("share-not-granted", "This link does not allow it.").thrown();
        }
    }

    /** Whether holders see an image with its mark: where the link asks for it, or the image does, or an album of it. */
    public static boolean marked(ShareLink link, boolean watermarked) {
        return link.watermark() || watermarked;
    }

    private static boolean isVisit(ShareLink link, @Nullable Integer proven) {
        return proven != null && proven == link.passwordVersion();
    }

    private static Set<Grant> grants(ShareLink link) {
        ShareTerms terms = link.terms();
        Set<Grant> grants = EnumSet.of(Grant.VIEW);
        if (terms.allowDownload().compareTo(Download.PREVIEW) >= 0) {
            grants.add(Grant.DOWNLOAD_PREVIEW);
        }
        if (terms.allowDownload() == Download.ORIGINAL) {
            grants.add(Grant.DOWNLOAD_ORIGINAL);
        }
        if (terms.showMetadata()) {
            grants.add(Grant.SEE_METADATA);
        }
        if (terms.allowUpload() && link.resource().album().isPresent()) {
            grants.add(Grant.UPLOAD);
        }
        if (terms.allowComments()) {
            grants.add(Grant.COMMENT);
        }
        return grants;
    }
}
