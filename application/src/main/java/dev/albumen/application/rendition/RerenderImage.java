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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the renditions of an image anew whose recipes have changed since. Until then it is shown with those that it has,
 * and where it cannot be rendered any more it keeps them.
 */
public final class RerenderImage {

    private static final Logger LOG = LoggerFactory.getLogger(RerenderImage.class);

    private final Transactions transactions;
    private final Images images;
    private final BlobStore blobs;
    private final StagingArea staging;
    private final Renderer renderer;

    public RerenderImage(
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
     * An image that is gone, or lacks nothing, is left alone. The old renditions go with the next sweep.
     *
     * @throws dev.albumen.application.job.LeaseLostException where another try has the job by the end; nothing is changed
     */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        Set<Recipe> recipes = Recipe.madeAtOnce(renderer.formats());
        transactions.read(() -> images.find(command.id()))
                .filter(image -> outdated(image, recipes))
                .flatMap(image -> anew(image, recipes))
                .ifPresent(ready -> transactions.writing(() -> save(command, recipes, ready)));
    }

    private void save(Command command, Set<Recipe> recipes, ImageStatus.Ready ready) {
        command.lease().hold();
        images.find(command.id())
                .filter(image -> outdated(image, recipes))
                .ifPresent(image -> images.save(image.rerendered(ready)));
    }

    private static boolean outdated(Image image, Set<Recipe> recipes) {
        return image.status() instanceof ImageStatus.Ready ready
                && !ready.renditions().isEmpty() && !ready.renditions().containsAll(names(recipes));
    }

    private Optional<ImageStatus.Ready> anew(Image image, Set<Recipe> recipes) {
        ImageStatus.Ready old = (ImageStatus.Ready) image.status();
        if (!old.appearance().palette().isEmpty() && made(image, recipes)) {
            return Optional.of(new ImageStatus.Ready(old.appearance(), names(withPreview(image, recipes)), old.video()));
        }
        try (BlobStore.LocalFile original = blobs.fetch(BlobKey.original(image.sha256()))
                        .orElseThrow(() -> new DependencyException("no original of image " + image.id()));
                StagingArea.WorkFolder folder = staging.folder()) {
            Renderer.Rendered rendered = renderer.render(original.path(), image.mediaType(), folder.path());
            rendered.files().forEach((recipe, file) -> blobs.put(BlobKey.rendition(image.sha256(), recipe), file));
            return rendered.files().isEmpty() ? Optional.empty() : Optional.of(
                    new ImageStatus.Ready(rendered.appearance(), names(rendered.files().keySet()), rendered.video()));
        } catch (Renderer.UndecodableException broken) {
            LOG.warn("image {} keeps its old renditions: {}", image.id(), broken.getMessage());
            return Optional.empty();
        }
    }

    /** Whether another owner's image of the same bytes was rendered anew before. */
    private boolean made(Image image, Set<Recipe> recipes) {
        return recipes.stream().allMatch(recipe -> made(image, recipe));
    }

    private boolean made(Image image, Recipe recipe) {
        return blobs.stat(BlobKey.rendition(image.sha256(), recipe)).isPresent();
    }

    /** And with the one that shows what a JPEG does not, where there is one. */
    private Set<Recipe> withPreview(Image image, Set<Recipe> recipes) {
        return made(image, Recipe.SHOWS_ALL)
                ? Stream.concat(recipes.stream(), Stream.of(Recipe.SHOWS_ALL)).collect(Collectors.toSet()) : recipes;
    }

    private static Set<String> names(Set<Recipe> recipes) {
        return recipes.stream().map(Recipe::fileName).collect(Collectors.toSet());
    }
}
