package dev.albumen.rest.image;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.image.ImageView;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import jakarta.inject.Singleton;

/**
 * Makes the addresses of an image's bytes. A member's are signed, one signature for all four, so that they work in an
 * {@code <img>}; others get the plain ones.
 */
@Singleton
public final class ImageUrls {

    private final ImagePasses passes;

    ImageUrls(ImagePasses passes) {
        this.passes = passes;
    }

    public ImageBodies.Urls of(Viewer viewer, ImageView view) {
        return of(viewer, view.image().id());
    }

    public ImageBodies.Urls of(Viewer viewer, ImageId id) {
        String base = "/api/v1/images/" + id.value();
        if (!(viewer instanceof Viewer.Member member)) {
            return ImageBodies.Urls.under(base, "");
        }
        ImagePasses.Pass pass = passes.issue(member.sessionId().toString(), id);
        return ImageBodies.Urls.under(base, "?session=" + member.sessionId() + "&expires=" + pass.expires() + "&signature=" + pass.signature());
    }
}
