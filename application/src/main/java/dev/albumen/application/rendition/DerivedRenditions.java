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
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renditions that are made once somebody asks for them. Where there is something else to show, whoever asks first is not
 * kept waiting, for writing AVIF takes up to seconds: they get the next best format, and those who ask after them get
 * this one. Where there is nothing of its size, they wait.
 */
public final class DerivedRenditions {

    private static final Logger LOG = LoggerFactory.getLogger(DerivedRenditions.class);
    /** A few megabytes. Past that all is forgotten, which costs a look at the store each. */
    private static final int REMEMBERED = 50_000;
    /** These come with the picture, or with its rendering anew. */
    private static final Set<Recipe> NOT_OURS = Recipe.madeAtOnce(EnumSet.allOf(RenditionFormat.class));

    private final RenditionMaker maker;
    private final Renderer renderer;
    private final SpareTime spareTime;
    private final Failures failures;
    private final Turns turns = new Turns();
    /** By image, not by content: the blobs of an image last as long as its row, and its id never comes back. */
    private final Set<Known> there = ConcurrentHashMap.newKeySet();
    /** What is made in spare time, or waits for that. */
    private final Set<BlobKey> coming = ConcurrentHashMap.newKeySet();
    /** {@code null} until the engine was asked, which is not done while somebody waits: it may have to start first. */
    private volatile @Nullable Set<RenditionFormat> formats;

    public DerivedRenditions(
            BlobStore blobs, StagingArea staging, Renderer renderer, OwnDerivatives own, SpareTime spareTime, InstantSource clock) {
        this.maker = new RenditionMaker(blobs, staging, renderer, own);
        this.renderer = renderer;
        this.spareTime = spareTime;
        this.failures = new Failures(clock);
    }

    private record Known(ImageId image, Recipe recipe) {}

    /** Whether it is known to be there. Never waits. */
    boolean ready(ImageViews.Delivery image, Recipe recipe) {
        return there.contains(new Known(image.id(), recipe));
    }

    /** Has it made for those who ask later. False where it will not be, or not soon. Never waits. */
    boolean begin(ImageViews.Delivery image, ImageStatus.Ready ready, Recipe recipe) {
        Set<RenditionFormat> written = formats;
        if (NOT_OURS.contains(recipe) || written != null && !written.contains(recipe.format()) || mayMove(image, recipe)) {
            return false;
        }
        BlobKey key = BlobKey.rendition(image.sha256(), recipe);
        if (failures.rests(key)) {
            return false;
        }
        if (coming.add(key) && !spareTime.offer(() -> makeInSpareTime(image, ready, recipe, key))) {
            coming.remove(key);
            return false;
        }
        return true;
    }

    /** Originals of these may be animated, and an AVIF of ours stands still. */
    private static boolean mayMove(ImageViews.Delivery image, Recipe recipe) {
        return recipe.format() == RenditionFormat.AVIF && recipe.size() != RenditionSize.THUMBNAIL
                && (image.mediaType() == MediaType.GIF || image.mediaType() == MediaType.WEBP);
    }

    private void makeInSpareTime(ImageViews.Delivery image, ImageStatus.Ready ready, Recipe recipe, BlobKey key) {
        try {
            if (writes(recipe.format())) {
                maker.make(image, ready, recipe);
                remember(image, recipe);
            }
        } catch (Renderer.UndecodableException e) {
            note(image, recipe, key, e);
        } catch (RuntimeException e) {
            LOG.warn("no {} of image {}: {}", recipe.fileName(), image.id(), e.toString());
            failures.note(key, null);
        } finally {
            coming.remove(key);
        }
    }

    /** Whether the engine writes it. May wait for the engine to start. */
    boolean writes(RenditionFormat format) {
        Set<RenditionFormat> written = renderer.formats();
        formats = written;
        return written.contains(format);
    }

    /**
     * It exists on return. Of many who ask for it one makes it, and the others wait.
     *
     * @param recipe that the engine {@link #writes}
     * @throws dev.albumen.domain.shared.RefusedException where it cannot be made; tried again after a rest
     * @throws dev.albumen.application.shared.DependencyException where it is not there in time
     */
    void require(ImageViews.Delivery image, ImageStatus.Ready ready, Recipe recipe) {
        if (ready(image, recipe)) {
            return;
        }
        BlobKey key = BlobKey.rendition(image.sha256(), recipe);
        turns.once(key, () -> {
            failures.require(key);
            try {
                maker.make(image, ready, recipe);
            } catch (Renderer.UndecodableException e) {
                note(image, recipe, key, e);
                failures.require(key);
            }
        });
        remember(image, recipe);
    }

    private void note(ImageViews.Delivery image, Recipe recipe, BlobKey key, Renderer.UndecodableException e) {
        LOG.warn("no {} of image {}: {}", recipe.fileName(), image.id(), e.toString());
        failures.note(key, String.valueOf(e.getMessage()));
    }

    private void remember(ImageViews.Delivery image, Recipe recipe) {
        if (there.size() >= REMEMBERED) {
            there.clear();
        }
        there.add(new Known(image.id(), recipe));
    }
}
