package dev.albumen.rest.share;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.share.SharedImagePasses;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.rest.image.ImageBodies;
import jakarta.inject.Singleton;

/** Makes the signed addresses of a link's images. They end with the link and with its password. */
@Singleton
public final class SharedImageUrls {

    private final SharedImagePasses passes;

    SharedImageUrls(SharedImagePasses passes) {
        this.passes = passes;
    }

    public ImageBodies.Urls of(String token, ShareLink link, ImageView view) {
        return of(token, link, view.image().id());
    }

    public ImageBodies.Urls of(String token, ShareLink link, ImageId image) {
        ImagePasses.Pass pass = passes.issue(link, image);
        var urls = ImageBodies.Urls.under("/api/v1/public/shares/" + token + "/images/" + image,
                "?expires=" + pass.expires() + "&signature=" + pass.signature());
        return link.allowDownload() == Download.ORIGINAL ? urls : urls.withoutOriginal();
    }
}
