package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import java.nio.file.Path;
import java.time.InstantSource;

/** Originals in their public form: the same pictures without their metadata, each made when it is first asked for. */
public final class StrippedOriginals {

    private final BlobStore blobs;
    private final StagingArea staging;
    private final MetadataStripper stripper;
    private final OwnDerivatives own;
    private final Failures failures;

    public StrippedOriginals(
            BlobStore blobs, StagingArea staging, MetadataStripper stripper, OwnDerivatives own, InstantSource clock) {
        this.blobs = blobs;
        this.staging = staging;
        this.stripper = stripper;
        this.own = own;
        this.failures = new Failures(clock);
    }

    /**
     * Where the public form is; it exists on return. Refused where there can be none.
     *
     * @throws NotMadeYetException where it may not be there yet and that is not waited for
     */
    BlobKey of(ImageViews.Delivery image, Patience patience) {
        MediaType mediaType = image.mediaType();
        if (!stripper.strips(mediaType)) {
            throw new Refusal.Forbidden("original-not-strippable",
                    "Originals of this kind cannot be freed of their metadata, so they are not given away.").thrown();
        }
        BlobKey key = BlobKey.rendition(image.sha256(), "stripped-v1." + mediaType.extension());
        if (patience.knows(() -> key)) {
            return key;
        }
        if (failures.rests(key)) {
            throw broken();
        }
        if (!patience.waits()) {
            throw new NotMadeYetException();
        }
        if (!own.has(image, key)) {
            strip(image.sha256(), mediaType, key);
            own.made(image, key);
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
        } catch (Renderer.UndecodableException e) {
            failures.note(key, e.getMessage());
            throw broken();
        }
    }

    private static RefusedException broken() {
        return new Refusal.Forbidden("original-not-strippable",
                "This original cannot be freed of its metadata, so it is not given away.").thrown();
    }
}
