package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the blob that answers a wish. */
public final class Servings {

    private final StrippedOriginals stripped;
    private final RenditionChoice choice;
    private final MarkedRenditions marked;
    private final EntityTags tags;

    public Servings(StrippedOriginals stripped, RenditionChoice choice, MarkedRenditions marked, Secrets secrets) {
        this.stripped = stripped;
        this.choice = choice;
        this.marked = marked;
        this.tags = new EntityTags(secrets);
    }

    /**
     * The bytes for a wish, if the viewer may have them.
     *
     * @param patient whether what is yet to be made is waited for
     * @throws NotMadeYetException where it is not
     */
    Serving to(Viewer viewer, ImageViews.Delivery image, Wanted wanted, boolean patient) {
        boolean original = wanted.what() == Wanted.What.ORIGINAL;
        ImageAccess.require(viewer, image.facts(), original ? ImageAction.DOWNLOAD_ORIGINAL : ImageAction.VIEW);
        Set<ImageAction> allowed = ImageAccess.allowed(viewer, image.facts());
        return of(image, wanted, new Disclosure(allowed.contains(ImageAction.SEE_DETAILS),
                allowed.contains(ImageAction.SEE_PLACE), ImageAccess.marked(viewer, image.facts())), Patience.of(patient));
    }

    /** The bytes for a wish, waited for. Whether the viewer may have them at all is the caller's to ask. */
    public Serving of(ImageViews.Delivery image, Wanted wanted, Disclosure shown) {
        return of(image, wanted, shown, Patience.WAITS);
    }

    /**
     * The same without waiting.
     *
     * @throws NotMadeYetException where they are yet to be made
     */
    public Serving atOnce(ImageViews.Delivery image, Wanted wanted, Disclosure shown) {
        return of(image, wanted, shown, Patience.WAITS_NOT);
    }

    /** The same, as far as the patience goes. */
    Serving of(ImageViews.Delivery image, Wanted wanted, Disclosure shown, Patience patience) {
        requireFiles(image);
        String stem = shown.details() ? stem(image.filename()) : image.id().toString();
        if (wanted.what() != Wanted.What.ORIGINAL) {
            return rendition(image, wanted, stem, shown, patience);
        }
        if (shown.marked()) {
            throw ImageAccess.originalWatermarked();
        }
        BlobKey key = shown.place() ? BlobKey.original(image.sha256()) : stripped.of(image, patience);
        return serving(key, image.mediaType(), false,
                shown.details() ? image.filename() : stem + "." + image.mediaType().extension());
    }

    /** What was entered for measuring alone has no files, and nothing was ever rendered of it. */
    private static void requireFiles(ImageViews.Delivery image) {
        if (image.status() instanceof ImageStatus.Ready ready && ready.renditions().isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private Serving rendition(ImageViews.Delivery image, Wanted wanted, String stem, Disclosure shown, Patience patience) {
        boolean burnt = shown.marked();
        List<RenditionFormat> formats = burnt ? takingMarks(image, wanted.formats()) : wanted.formats();
        Recipe clean = switch (image.status()) {
            case ImageStatus.Pending pending -> throw new Refusal.Conflict("image-pending",
                    "The previews of this image are being made. Try again in a moment.").thrown();
            case ImageStatus.Failed failed -> throw new Refusal.Conflict("image-failed", failed.reason()).thrown();
            case ImageStatus.Ready ready -> choice.of(
                    image, ready, RenditionSize.valueOf(wanted.what().name()), formats, patience);
        };
        Recipe recipe = burnt ? marked(image, clean, shown.seenBy(), patience) : clean;
        MediaType mediaType = recipe.format().mediaType();
        return serving(BlobKey.rendition(image.sha256(), recipe), mediaType, burnt, stem + "." + mediaType.extension());
    }

    /** What is marked stands still, so a picture that moves is marked as what never does. */
    private static List<RenditionFormat> takingMarks(ImageViews.Delivery image, List<RenditionFormat> formats) {
        boolean mayMove = image.mediaType() == MediaType.GIF || image.mediaType() == MediaType.WEBP;
        List<RenditionFormat> taking = formats.stream().filter(RenditionFormat::takesMarks).toList();
        return mayMove || taking.isEmpty() ? List.of(RenditionFormat.JPEG) : taking;
    }

    private Recipe marked(ImageViews.Delivery image, Recipe clean, @Nullable String seenBy, Patience patience) {
        Recipe recipe = marked.recipe(image, clean, seenBy);
        if (patience.knows(() -> BlobKey.rendition(image.sha256(), recipe))) {
            return recipe;
        }
        if (!patience.waits() && !marked.ready(image, recipe)) {
            throw new NotMadeYetException();
        }
        marked.require(image, clean, recipe);
        return recipe;
    }

    private Serving serving(BlobKey key, MediaType mediaType, boolean burnt, String filename) {
        return new Serving(key, mediaType, tags.of(key), filename, burnt);
    }

    private static String stem(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot > 0 ? filename.substring(0, dot) : filename;
    }
}
