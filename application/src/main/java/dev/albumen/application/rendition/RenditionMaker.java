package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.nio.file.Path;

/** Makes single renditions that were not made with the picture. */
final class RenditionMaker {

    private final BlobStore blobs;
    private final StagingArea staging;
    private final Renderer renderer;
    private final OwnDerivatives own;

    RenditionMaker(BlobStore blobs, StagingArea staging, Renderer renderer, OwnDerivatives own) {
        this.blobs = blobs;
        this.staging = staging;
        this.renderer = renderer;
        this.own = own;
    }

    private record Source(BlobKey key, MediaType mediaType) {}

    /** It is in the store on return; one that was there already is left alone. */
    void make(ImageViews.Delivery image, ImageStatus.Ready ready, Recipe recipe) throws Renderer.UndecodableException {
        BlobKey key = BlobKey.rendition(image.sha256(), recipe);
        if (own.has(image, key)) {
            return;
        }
        Source source = source(image, ready, recipe.size());
        try (BlobStore.LocalFile file = blobs.fetch(source.key())
                        .orElseThrow(() -> new DependencyException("no blob " + source.key()));
                StagingArea.WorkFolder folder = staging.folder()) {
            Path made = renderer.derive(file.path(), source.mediaType(), recipe, folder.path());
            blobs.put(key, made);
            own.made(image, key);
        }
    }

    /** The preview does for a thumbnail; all else is made of the original, so that quality is lost once. */
    private static Source source(ImageViews.Delivery image, ImageStatus.Ready ready, RenditionSize size) {
        Recipe jpeg = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG);
        // the JPEG has lost its transparency, if there was any
        Recipe preview = ready.renditions().contains(Recipe.SHOWS_ALL.fileName()) ? Recipe.SHOWS_ALL : jpeg;
        return size == RenditionSize.THUMBNAIL && ready.renditions().contains(preview.fileName())
                ? new Source(BlobKey.rendition(image.sha256(), preview), preview.format().mediaType())
                : new Source(BlobKey.original(image.sha256()), image.mediaType());
    }
}
