package dev.albumen.application.share;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareLink;
import org.jspecify.annotations.Nullable;

/** Signs the addresses of a link's images on behalf of a visitor who may see them. */
public final class SharedImagePasses {

    private final ImagePasses passes;

    public SharedImagePasses(ImagePasses passes) {
        this.passes = passes;
    }

    /** A pass that ends with the link, with its password's version, and when its views come to be limited. */
    public ImagePasses.Pass issue(ShareLink link, ImageId image) {
        return passes.issue(holder(link), image);
    }

    /** The password's version that the pass stands for; {@code null} where it stands for none. */
    @Nullable Integer proven(ShareLink link, ImageId image, ImagePasses.@Nullable Pass pass) {
        return pass != null && passes.holds(pass, holder(link), image) ? Integer.valueOf(link.passwordVersion()) : null;
    }

    private static String holder(ShareLink link) {
        return "share " + link.holder() + " " + link.passwordVersion() + (link.limitsViews() ? " in a visit" : "");
    }
}
