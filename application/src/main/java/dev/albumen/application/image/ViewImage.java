package dev.albumen.application.image;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Shows one image, as far as the viewer may know it. */
public final class ViewImage {

    private final ImageViews views;

    public ViewImage(ImageViews views) {
        this.views = views;
    }

    public record Query(ImageId id) {}

    public ImageView handle(Viewer viewer, Query query) {
        return views.find(viewer, query.id()).orElseThrow(Refusal::notFound).shownTo(viewer);
    }
}
