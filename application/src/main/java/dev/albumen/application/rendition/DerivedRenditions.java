package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.job.SpareTime;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.shared.Sha256;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renditions that are made of others once somebody asks for them. Whoever asks first is not kept waiting, for writing AVIF
 * takes up to seconds: they get the next best format, and those who ask after them get this one.
 */
public final class DerivedRenditions {

    private static final Logger LOG = LoggerFactory.getLogger(DerivedRenditions.class);
    private static final Duration REST = Duration.ofMinutes(10);
    /** A few megabytes. Past that all is forgotten, which costs a look at the store each. */
    private static final int REMEMBERED = 50_000;

    private final BlobStore blobs;
    private final StagingArea staging;
    private final Renderer renderer;
    private final SpareTime spareTime;
    private final InstantSource clock;
    /** By image, not by content: the blobs of an image last as long as its row, and its id never comes back. */
    private final Set<Known> there = ConcurrentHashMap.newKeySet();
    /** What is being made, and until when nobody tries again. */
    private final Map<BlobKey, Instant> begun = new ConcurrentHashMap<>();
    /** {@code null} until the engine was asked, which is not done while somebody waits: it may have to start first. */
    private volatile @Nullable Set<RenditionFormat> formats;

    public DerivedRenditions(
            BlobStore blobs, StagingArea staging, Renderer renderer, SpareTime spareTime, InstantSource clock) {
        this.blobs = blobs;
        this.staging = staging;
        this.renderer = renderer;
        this.spareTime = spareTime;
        this.clock = clock;
    }

    private record Known(ImageId image, Recipe recipe) {}

    /** Whether it is there. Where it is not but could be, it is being made on return. Never waits. */
    boolean ready(ImageViews.Delivery image, ImageStatus.Ready ready, Recipe recipe) {
        Set<RenditionFormat> written = formats;
        if (written != null && !written.contains(recipe.format()) || mayMove(image.mediaType(), recipe.size())) {
            return false;
        }
        Known known = new Known(image.id(), recipe);
        if (there.contains(known)) {
            return true;
        }
        source(ready, recipe.size()).ifPresent(source -> begin(known, image.sha256(), source));
        return false;
    }

    /** Previews of these may be animated, and what is made here stands still. */
    private static boolean mayMove(MediaType original, RenditionSize size) {
        return size != RenditionSize.THUMBNAIL && (original == MediaType.GIF || original == MediaType.WEBP);
    }

    /** The next larger one, or else the one of this size: as WebP, because a JPEG has lost its transparency. */
    private static Optional<Recipe> source(ImageStatus.Ready ready, RenditionSize size) {
        RenditionSize larger = size == RenditionSize.THUMBNAIL ? RenditionSize.PREVIEW : RenditionSize.LARGE;
        Recipe webp = Recipe.of(larger, RenditionFormat.WEBP);
        Recipe jpeg = Recipe.of(larger, RenditionFormat.JPEG);
        return ready.renditions().contains(webp.fileName()) ? Optional.of(webp)
                : ready.renditions().contains(jpeg.fileName()) ? Optional.of(jpeg) : Optional.empty();
    }

    private void begin(Known known, Sha256 content, Recipe source) {
        BlobKey key = BlobKey.rendition(content, known.recipe());
        Instant now = clock.instant();
        Instant until = begun.get(key);
        boolean mine = until == null ? begun.putIfAbsent(key, now.plus(REST)) == null
                : now.isAfter(until) && begun.replace(key, until, now.plus(REST));
        if (mine && !spareTime.offer(() -> make(known, content, source, key))) {
            begun.remove(key);
        }
    }

    /** Leaves what fails among the begun, so that it rests before it is tried again. */
    private void make(Known known, Sha256 content, Recipe source, BlobKey key) {
        if (made(known, content, source, key)) {
            forgetWhatIsTooMuch(there);
            there.add(known);
            begun.remove(key);
        } else {
            forgetWhatIsTooMuch(begun.keySet());
        }
    }

    private boolean made(Known known, Sha256 content, Recipe source, BlobKey key) {
        try {
            Set<RenditionFormat> written = renderer.formats();
            formats = written;
            return written.contains(known.recipe().format())
                    && (blobs.stat(key).isPresent() || derived(known, content, source, key));
        } catch (Renderer.UndecodableException | RuntimeException e) {
            LOG.warn("no {} of image {}: {}", known.recipe().fileName(), known.image(), e.toString());
            return false;
        }
    }

    private boolean derived(Known known, Sha256 content, Recipe source, BlobKey key) throws Renderer.UndecodableException {
        try (BlobStore.LocalFile rendition = blobs.fetch(BlobKey.rendition(content, source)).orElse(null)) {
            if (rendition == null) {
                return false;
            }
            try (StagingArea.WorkFolder folder = staging.folder()) {
                Path file = renderer.derive(rendition.path(), source.format(), known.recipe(), folder.path());
                blobs.put(key, file);
            }
            return true;
        }
    }

    private static void forgetWhatIsTooMuch(Set<?> remembered) {
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
    }
}
