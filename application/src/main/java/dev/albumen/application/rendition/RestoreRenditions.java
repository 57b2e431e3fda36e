package dev.albumen.application.rendition;

import dev.albumen.application.image.Images;
import dev.albumen.application.job.Lease;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the renditions of an image anew whose blobs were lost, from its original. */
public final class RestoreRenditions {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreRenditions.class);

    private final Transactions transactions;
    private final Images images;
    private final BlobStore blobs;
    private final StagingArea staging;
    private final Renderer renderer;

    public RestoreRenditions(
            Transactions transactions, Images images, BlobStore blobs, StagingArea staging, Renderer renderer) {
        this.transactions = transactions;
        this.images = images;
        this.blobs = blobs;
        this.staging = staging;
        this.renderer = renderer;
    }

    /** @param lease of the try that this is */
    public record Command(ImageId id, Lease lease) {}

    /**
     * An image that is gone, or that is not shown, is left alone.
     *
     * @throws dev.albumen.application.job.LeaseLostException where another try has the job by the end; its row is not changed
     */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        transactions.read(() -> images.find(command.id()))
                .filter(image -> image.status() instanceof ImageStatus.Ready)
                .flatMap(this::made)
                .ifPresent(made -> transactions.writing(() -> {
                    command.lease().hold();
                    images.find(command.id()).ifPresent(image -> save(image, made));
                }));
    }

    private Optional<ImageStatus.Ready> made(Image image) {
        try (BlobStore.LocalFile original = blobs.fetch(BlobKey.original(image.sha256()))
                        .orElseThrow(() -> new DependencyException("no original of image " + image.id()));
                StagingArea.WorkFolder folder = staging.folder()) {
            Renderer.Rendered rendered = renderer.render(original.path(), image.mediaType(), folder.path());
            rendered.files().forEach((recipe, file) -> blobs.put(BlobKey.rendition(image.sha256(), recipe), file));
            Set<String> names = rendered.files().keySet().stream().map(Recipe::fileName).collect(Collectors.toSet());
            return Optional.of(new ImageStatus.Ready(rendered.appearance(), names, rendered.video()));
        } catch (Renderer.UndecodableException broken) {
            LOG.warn("image {} cannot be rendered any more: {}", image.id(), broken.getMessage());
            return Optional.empty();
        }
    }

    /** Where it was shown with renditions of old recipes, it is shown with those of today now. */
    private void save(Image image, ImageStatus.Ready made) {
        if (image.status() instanceof ImageStatus.Ready ready && !ready.renditions().equals(made.renditions())) {
            images.save(image.rerendered(made));
        }
    }
}
