package dev.albumen.application.label;

import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import java.util.Set;

/** Whose labels somebody asks for. Labels are for those who may change the image, until they are tags. */
final class LabelledImage {

    private final ImageViews images;

    LabelledImage(ImageViews images) {
        this.images = images;
    }

    /** Refuses everybody who may not change it. */
    ImageAccess.Facts require(Viewer viewer, ImageId id) {
        ImageAccess.Facts image = Optional.ofNullable(images.facts(viewer, Set.of(id)).get(id)).orElseThrow(Refusal::notFound);
        ImageAccess.require(viewer, image, ImageAction.CHANGE);
        return image;
    }
}
