package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Finds the bytes to serve for an image, if the viewer may have them. */
public final class DeliverImage {

    private final ImageViews views;
    private final Servings servings;

    public DeliverImage(ImageViews views, Servings servings) {
        this.views = views;
        this.servings = servings;
    }

    public record Query(ImageId id, Wanted wanted) {}

    public Serving handle(Viewer viewer, Query query) {
        return servings.to(viewer, views.delivery(viewer, query.id()).orElseThrow(Refusal::notFound), query.wanted(), true);
    }
}
