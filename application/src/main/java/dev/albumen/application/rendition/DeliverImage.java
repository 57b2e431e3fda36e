package dev.albumen.application.rendition;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the bytes to serve for an image, if the viewer may have them. */
public final class DeliverImage {

    private final ImageViews views;
    private final ImagePasses passes;
    private final Servings servings;

    public DeliverImage(ImageViews views, ImagePasses passes, Servings servings) {
        this.views = views;
        this.passes = passes;
        this.servings = servings;
    }

    /** @param pass what the address was signed with; {@code null} where it was not */
    public record Query(ImageId id, Wanted wanted, @Nullable SignedPass pass) {}

    /** @param session on whose behalf it was issued */
    public record SignedPass(SessionId session, ImagePasses.Pass pass) {}

    public Serving handle(Viewer viewer, Query query) {
        return query.pass() == null
                ? serve(viewer, views.delivery(viewer, query.id()).orElseThrow(Refusal::notFound), query)
                : bySignature(query, query.pass());
    }

    private Serving bySignature(Query query, SignedPass pass) {
        if (!passes.holds(pass.pass(), pass.session().toString(), query.id())) {
            throw Refusal.notFound();
        }
        ImageViews.DeliveryVia via = views.deliveryVia(pass.session(), query.id()).orElseThrow(Refusal::notFound);
        return serve(via.viewer(), via.delivery(), query);
    }

    private Serving serve(Viewer viewer, ImageViews.Delivery image, Query query) {
        boolean original = query.wanted().what() == Wanted.What.ORIGINAL;
        ImageAccess.require(viewer, image.facts(), original ? ImageAction.DOWNLOAD_ORIGINAL : ImageAction.VIEW);
        Set<ImageAction> allowed = ImageAccess.allowed(viewer, image.facts());
        return servings.of(image, query.wanted(),
                allowed.contains(ImageAction.SEE_DETAILS), allowed.contains(ImageAction.SEE_PLACE));
    }
}
