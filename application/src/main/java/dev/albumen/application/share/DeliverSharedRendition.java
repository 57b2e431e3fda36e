package dev.albumen.application.share;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.rendition.Serving;
import dev.albumen.application.rendition.Servings;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Finds the bytes of a picture to serve at an address that was signed for a link's visitors. Pages are full of such pictures,
 * so nobody waits while the database is asked, nor for what is yet to be made; nothing of it is a download.
 */
public final class DeliverSharedRendition {

    private final ShareViews views;
    private final SharedImagePasses passes;
    private final Servings servings;
    private final InstantSource clock;

    public DeliverSharedRendition(ShareViews views, SharedImagePasses passes, Servings servings, InstantSource clock) {
        this.views = views;
        this.passes = passes;
        this.servings = servings;
        this.clock = clock;
    }

    /**
     * @param wanted no original
     * @param then where it goes on once the database has answered or failed
     */
    public record Query(Knock knock, ImageId id, Wanted wanted, ImagePasses.Pass pass, Executor then) {

        public Query {
            if (wanted.what() == Wanted.What.ORIGINAL) {
                throw new IllegalArgumentException("an original is a download");
            }
        }
    }

    /**
     * @param viewer does not count: the address says who
     * @return fails with what {@link DeliverSharedImage} throws, and with
     *     {@link dev.albumen.application.rendition.NotMadeYetException}
     */
    public CompletionStage<Serving> handle(Viewer viewer, Query query) {
        return views.askDelivery(query.knock().key(), query.id()).handleAsync((found, failure) -> {
            if (failure != null) {
                throw new CompletionException(failure);
            }
            ShareViews.OpenedDelivery opened = found.orElseThrow(Refusal::notFound);
            ShareLink link = opened.facts().link();
            Viewer.LinkHolder holder =
                    ShareAccess.open(opened.facts(), passes.proven(link, query.id(), query.pass()), clock.instant());
            if (opened.delivery() == null) {
                throw Refusal.notFound();
            }
            return servings.atOnce(opened.delivery(), query.wanted(), DeliverSharedImage.disclosure(holder, link, opened.delivery()));
        }, query.then());
    }
}
