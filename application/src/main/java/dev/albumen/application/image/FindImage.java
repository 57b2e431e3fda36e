package dev.albumen.application.image;

import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads an image for a use case, asking the policy right after. */
final class FindImage {

    private final Images images;
    private final ImageViews views;

    FindImage(Images images, ImageViews views) {
        this.images = images;
        this.views = views;
    }

    /** The image, if the viewer may do this to it; refused otherwise. */
    Image require(Viewer viewer, ImageId id, ImageAction action) {
        Map<ImageId, ImageAccess.Facts> facts = views.facts(viewer, Set.of(id));
        ImageAccess.require(viewer, Optional.ofNullable(facts.get(id)).orElseThrow(Refusal::notFound), action);
        return images.find(id).orElseThrow(Refusal::notFound);
    }
}
