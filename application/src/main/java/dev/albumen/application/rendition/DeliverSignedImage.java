package dev.albumen.application.rendition;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Viewer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Finds the bytes to serve at an address that was signed on behalf of a session, if whoever's session it is may have them
 * now. Pages are full of such addresses, so nobody waits while the database is asked.
 */
public final class DeliverSignedImage {

    private final ImageViews views;
    private final ImagePasses passes;
    private final Servings servings;

    public DeliverSignedImage(ImageViews views, ImagePasses passes, Servings servings) {
        this.views = views;
        this.passes = passes;
        this.servings = servings;
    }

    /**
     * @param session on whose behalf the address was signed
     * @param then where it goes on once the database has answered or failed; blocks where it is waited for what is yet to be made
     * @param patient whether what is yet to be made is waited for
     */
    public record Query(ImageId id, Wanted wanted, SessionId session, ImagePasses.Pass pass, Executor then, boolean patient) {}

    /**
     * @param viewer does not count: the address says who
     * @return fails with what {@link DeliverImage} throws, and where nothing is waited for with {@link NotMadeYetException}
     */
    public CompletionStage<Serving> handle(Viewer viewer, Query query) {
        if (!passes.holds(query.pass(), query.session().toString(), query.id())) {
            return CompletableFuture.failedFuture(Refusal.notFound());
        }
        return views.deliveryVia(query.session(), query.id()).handleAsync((found, failure) -> {
            if (failure != null) {
                throw new CompletionException(failure);
            }
            ImageViews.DeliveryVia via = found.orElseThrow(Refusal::notFound);
            return servings.to(via.viewer(), via.delivery(), query.wanted(), query.patient());
        }, query.then());
    }
}
