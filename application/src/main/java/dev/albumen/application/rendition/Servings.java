package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Set;

/** Chooses the blob that answers a wish. */
public final class Servings {

    private final StrippedOriginals stripped;
    private final RenditionChoice choice;
    private final EntityTags tags;

    public Servings(StrippedOriginals stripped, RenditionChoice choice, Secrets secrets) {
        this.stripped = stripped;
        this.choice = choice;
        this.tags = new EntityTags(secrets);
    }

    /** The bytes for a wish, if the viewer may have them. */
    Serving to(Viewer viewer, ImageViews.Delivery image, Wanted wanted) {
        boolean original = wanted.what() == Wanted.What.ORIGINAL;
        ImageAccess.require(viewer, image.facts(), original ? ImageAction.DOWNLOAD_ORIGINAL : ImageAction.VIEW);
        Set<ImageAction> allowed = ImageAccess.allowed(viewer, image.facts());
        return of(image, wanted, allowed.contains(ImageAction.SEE_DETAILS), allowed.contains(ImageAction.SEE_PLACE));
    }

    /**
     * The bytes for a wish. Whether the viewer may have them at all is the caller's to ask.
     *
     * @param details whether the file's own name may be told
     * @param place whether the metadata inside the original may be told; without, an original comes stripped
     */
    public Serving of(ImageViews.Delivery image, Wanted wanted, boolean details, boolean place) {
        requireFiles(image);
        String stem = details ? stem(image.filename()) : image.id().toString();
        if (wanted.what() != Wanted.What.ORIGINAL) {
            return rendition(image, wanted, stem);
        }
        BlobKey key = place ? BlobKey.original(image.sha256()) : stripped.of(image.sha256(), image.mediaType());
        return serving(key, image.mediaType(), details ? image.filename() : stem + "." + image.mediaType().extension());
    }

    /** What was entered for measuring alone has no files, and nothing was ever rendered of it. */
    private static void requireFiles(ImageViews.Delivery image) {
        if (image.status() instanceof ImageStatus.Ready ready && ready.renditions().isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private Serving rendition(ImageViews.Delivery image, Wanted wanted, String stem) {
        Recipe recipe = switch (image.status()) {
            case ImageStatus.Pending pending -> throw new Refusal.Conflict("image-pending",
                    "The previews of this image are being made. Try again in a moment.").thrown();
            case ImageStatus.Failed failed -> throw new Refusal.Conflict("image-failed", failed.reason()).thrown();
            case ImageStatus.Ready ready -> choice.of(image, ready, RenditionSize.valueOf(wanted.what().name()), wanted.formats());
        };
        MediaType mediaType = recipe.format().mediaType();
        return serving(BlobKey.rendition(image.sha256(), recipe), mediaType, stem + "." + mediaType.extension());
    }

    private Serving serving(BlobKey key, MediaType mediaType, String filename) {
        return new Serving(key, mediaType, tags.of(key), filename);
    }

    private static String stem(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot > 0 ? filename.substring(0, dot) : filename;
    }
}
