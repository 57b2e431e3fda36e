package dev.albumen.application.social;

import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import java.util.Set;

/** Asks the policy whether a member may say something of an image. */
record SeenImage(ImageViews images) {

    /** The member, if they may. */
    Viewer.Member require(Viewer viewer, ImageId id, ImageAction action) {
        Viewer.Member member = viewer.member();
        ImageAccess.Facts image = images.facts(viewer, Set.of(id)).get(id);
        ImageAccess.require(viewer, Optional.ofNullable(image).orElseThrow(Refusal::notFound), action);
        return member;
    }
}
