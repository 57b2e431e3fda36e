package dev.albumen.application.rendition;

import dev.albumen.application.image.Images;
import dev.albumen.application.image.MetadataReader;
import dev.albumen.application.image.Places;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.Lease;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an uploaded picture's renditions and reads its metadata. Doing it again changes nothing. */
public final class ProcessImage {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessImage.class);

    private final Transactions transactions;
    private final Images images;
    private final BlobStore blobs;
    private final StagingArea staging;
    private final Renderer renderer;
    private final MetadataReader metadata;
    private final Places places;
    private final Jobs jobs;
    private final AfterRendering then;
    private final InstantSource clock;

    public ProcessImage(
            Transactions transactions, Images images, BlobStore blobs, StagingArea staging, Renderer renderer,
            MetadataReader metadata, Places places, Jobs jobs, AfterRendering then, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.blobs = blobs;
        this.staging = staging;
        this.renderer = renderer;
        this.metadata = metadata;
        this.places = places;
        this.jobs = jobs;
        this.then = then;
        this.clock = clock;
    }

    /** @param lease of the try that this is */
    public record Command(ImageId id, Lease lease) {}

    /**
     * An image that is gone, or decided already, is left alone.
     *
     * @throws dev.albumen.application.job.LeaseLostException where another try has the job by the end; nothing is changed
     */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        Optional<Image> pending = transactions.read(() -> images.find(command.id())).filter(ProcessImage::undecided);
        if (pending.isEmpty()) {
            return;
        }
        Function<Image, Image> outcome = outcome(pending.get());
        transactions.writing(() -> {
            command.lease().hold();
            images.find(command.id())
                    .filter(ProcessImage::undecided)
                    .ifPresent(image -> save(outcome.apply(image)));
        });
    }

    private void save(Image decided) {
        images.save(decided);
        if (then.labels() && decided.ready()) {
            jobs.enqueue(new Job.LabelImage(decided.id()));
        }
    }

    private static boolean undecided(Image image) {
        return image.status() instanceof ImageStatus.Pending;
    }

    private ImageMetadata placed(ImageMetadata read) {
        return read.gps() == null ? read : read.at(places.at(read.gps()).orElse(null));
    }

    private Function<Image, Image> outcome(Image image) {
        try (BlobStore.LocalFile original = blobs.fetch(BlobKey.original(image.sha256()))
                        .orElseThrow(() -> new DependencyException("no original of image " + image.id()));
                StagingArea.WorkFolder folder = staging.folder()) {
            Renderer.Rendered rendered = renderer.render(original.path(), image.mediaType(), folder.path());
            ImageMetadata read = placed(metadata.read(original.path(), image.mediaType()));
            rendered.files().forEach((recipe, file) -> blobs.put(BlobKey.rendition(image.sha256(), recipe), file));
            Set<String> names = rendered.files().keySet().stream().map(Recipe::fileName).collect(Collectors.toSet());
            ImageStatus.Ready ready = new ImageStatus.Ready(rendered.appearance(), names, rendered.video());
            return now -> now.rendered(ready, read, clock.instant());
        } catch (Renderer.UndecodableException broken) {
            LOG.info("image {} does not decode: {}", image.id(), broken.getMessage());
            return now -> now.failed("image-undecodable", broken.getMessage(), clock.instant());
        }
    }
}
