package dev.albumen.rest.album;

import dev.albumen.application.album.UploadImage;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.image.ImageUrls;
import dev.albumen.rest.user.QuotaWarnings;
import jakarta.inject.Singleton;

/** Shows what became of an upload, the same on every way. */
@Singleton
final class UploadedImages {

    private final ImageUrls urls;

    UploadedImages(ImageUrls urls) {
        this.urls = urls;
    }

    ImageBodies.Uploaded shown(Viewer viewer, UploadImage.Uploaded uploaded) {
        return new ImageBodies.Uploaded(ImageBodies.View.of(uploaded.image(), urls.of(viewer, uploaded.image())), uploaded.duplicate(),
                QuotaWarnings.of(uploaded.level()));
    }
}
