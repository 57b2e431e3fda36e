package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.nio.file.Path;
import java.util.Set;

/** Chooses the blob that answers a wish, making the public form of an original where there is none yet. */
public final class Servings {

    private final BlobStore blobs;
    private final StagingArea staging;
    private final MetadataStripper stripper;

    public Servings(BlobStore blobs, StagingArea staging, MetadataStripper stripper) {
        this.blobs = blobs;
        this.staging = staging;
        this.stripper = stripper;
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
        String name = details ? image.filename() : stem + "." + image.mediaType().extension();
        return place ? new Serving(BlobKey.original(image.sha256()), image.mediaType(), image.sha256().hex(), name)
                : new Serving(stripped(image.sha256(), image.mediaType()), image.mediaType(), image.sha256() + "-stripped", name);
    }

    /** The public form of an original: the same picture without its metadata. */
    public BlobKey stripped(Sha256 content, MediaType mediaType) {
        if (!stripper.strips(mediaType)) {
            throw new Refusal.Forbidden("original-not-strippable",
                    "Originals of this kind cannot be freed of their metadata, so they are not given away.").thrown();
        }
        BlobKey key = BlobKey.rendition(content, "stripped-v1." + mediaType.extension());
        if (blobs.stat(key).isEmpty()) {
            strip(content, mediaType, key);
        }
        return key;
    }

    private void strip(Sha256 content, MediaType mediaType, BlobKey key) {
        try (BlobStore.LocalFile original = blobs.fetch(BlobKey.original(content))
                        .orElseThrow(() -> new DependencyException("no original " + content));
                StagingArea.WorkFolder folder = staging.folder()) {
            Path file = folder.path().resolve("stripped");
            stripper.strip(original.path(), mediaType, file);
            blobs.put(key, file);
        } catch (Renderer.UndecodableException broken) {
            throw new Refusal.Forbidden("original-not-strippable",
                    "This original cannot be freed of its metadata, so it is not given away.").thrown();
        }
    }

    /** What was entered for measuring alone has no files, and nothing was ever rendered of it. */
    private static void requireFiles(ImageViews.Delivery image) {
        if (image.status() instanceof ImageStatus.Ready ready && ready.renditions().isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private static Serving rendition(ImageViews.Delivery image, Wanted wanted, String stem) {
        RenditionSize size = RenditionSize.valueOf(wanted.what().name());
        Recipe recipe = chosen(image.status(), size, wanted.webp());
        return new Serving(BlobKey.rendition(image.sha256(), recipe), recipe.format().mediaType(),
                image.sha256() + "-" + recipe.fileName(), stem + "." + recipe.format().mediaType().extension());
    }

    private static Recipe chosen(ImageStatus status, RenditionSize size, boolean webp) {
        return switch (status) {
            case ImageStatus.Pending pending -> throw new Refusal.Conflict("image-pending",
                    "The previews of this image are being made. Try again in a moment.").thrown();
            case ImageStatus.Failed failed -> throw new Refusal.Conflict("image-failed", failed.reason()).thrown();
            case ImageStatus.Ready ready -> {
                Recipe smaller = Recipe.of(size, RenditionFormat.WEBP);
                yield webp && ready.renditions().contains(smaller.fileName())
                        ? smaller : Recipe.of(size, RenditionFormat.JPEG);
            }
        };
    }

    private static String stem(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot > 0 ? filename.substring(0, dot) : filename;
    }
}
