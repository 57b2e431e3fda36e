package dev.albumen.application.share;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.rendition.Disclosure;
import dev.albumen.application.rendition.Serving;
import dev.albumen.application.rendition.Servings;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Finds the bytes to serve for an image of a link. One statement, then the policy. */
public final class DeliverSharedImage {

    private final ShareViews views;
    private final ShareVisits visits;
    private final SharedImagePasses passes;
    private final Servings servings;
    private final DownloadCount downloads;
    private final InstantSource clock;

    public DeliverSharedImage(
            ShareViews views, ShareVisits visits, SharedImagePasses passes, Servings servings, DownloadCount downloads,
            InstantSource clock) {
        this.views = views;
        this.visits = visits;
        this.passes = passes;
        this.servings = servings;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** @param pass what the address was signed with; {@code null} where it was not */
    public record Query(Knock knock, ImageId id, Wanted wanted, ImagePasses.@Nullable Pass pass) {}

    public Serving handle(Viewer viewer, Query query) {
        ShareViews.OpenedDelivery opened =
                views.openDelivery(query.knock().key(), query.id()).orElseThrow(Refusal::notFound);
        ShareLink link = opened.facts().link();
        Integer bySignature = passes.proven(link, query.id(), query.pass());
        Integer proven = bySignature != null ? bySignature : visits.proven(link, query.knock().visit());
        Viewer.LinkHolder holder = ShareAccess.open(opened.facts(), proven, clock.instant());
        if (opened.delivery() == null) {
            throw Refusal.notFound();
        }
        DownloadCount.Wish wish = null;
        if (query.wanted().what() == Wanted.What.ORIGINAL) {
            ShareAccess.require(holder, Viewer.Grant.DOWNLOAD_ORIGINAL);
            wish = downloads.original(opened.facts(), query.knock(), query.id());
        }
        Serving serving = servings.of(opened.delivery(), query.wanted(), disclosure(holder, link, opened.delivery()));
        if (wish != null) {
            downloads.add(wish);
        }
        return serving;
    }

    /** What a link's holder gets to know of an image, and whether they see it with a mark, which names a recipient. */
    static Disclosure disclosure(Viewer.LinkHolder holder, ShareLink link, ImageViews.Delivery image) {
        boolean metadata = holder.grants().contains(Viewer.Grant.SEE_METADATA);
        return new Disclosure(metadata, metadata, ShareAccess.marked(link, image.facts().watermarked()),
                link.recipient() == null ? null : link.recipient().name());
    }
}
