package dev.albumen.application.rendition;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Finds the bytes to serve on behalf of a session, if whoever's session it is may have them now. Pages are full of such
 * pictures, so nobody waits while the database is asked.
 */
public final class DeliverImageInSession {

    private final ImageViews views;
    private final ImagePasses passes;
    private final Servings servings;
    private final InstantSource clock;

    public DeliverImageInSession(ImageViews views, ImagePasses passes, Servings servings, InstantSource clock) {
        this.views = views;
        this.passes = passes;
        this.servings = servings;
        this.clock = clock;
    }

    /** What shows that somebody asks on behalf of a session. */
    public sealed interface Proof {

        /** An address that was signed for it. */
        record Signature(ImagePasses.Pass pass) implements Proof {}

        /** A token that was found good, and names this user besides. */
        record Token(UserId user) implements Proof {}
    }

    /**
     * @param session on whose behalf
     * @param then where it goes on once the database has answered or failed; blocks where it is waited for what is yet to be made
     * @param patient whether what is yet to be made is waited for
     */
    public record Query(ImageId id, Wanted wanted, SessionId session, Proof proof, Executor then, boolean patient) {}

    /**
     * @param viewer does not count: the session says who
     * @return fails with what {@link DeliverImage} throws, and where nothing is waited for with {@link NotMadeYetException}
     */
    public CompletionStage<Serving> handle(Viewer viewer, Query query) {
        if (query.proof() instanceof Proof.Signature(ImagePasses.Pass pass)
                && !passes.holds(pass, query.session().toString(), query.id())) {
            return CompletableFuture.failedFuture(Refusal.notFound());
        }
        return views.deliveryVia(query.session(), query.id(), clock.instant()).handleAsync((found, failure) -> {
            if (failure != null) {
                throw new CompletionException(failure);
            }
            ImageViews.DeliveryVia via = found.filter(each -> isOf(query.proof(), each.viewer())).orElseThrow(Refusal::notFound);
            return servings.to(via.viewer(), via.delivery(), query.wanted(), query.patient());
        }, query.then());
    }

    private static boolean isOf(Proof proof, Viewer.Member member) {
        return switch (proof) {
            case Proof.Signature signature -> true;
            case Proof.Token(UserId user) -> user.equals(member.userId());
        };
    }
}
