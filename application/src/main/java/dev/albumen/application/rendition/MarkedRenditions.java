package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.rendition.Recipe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Renditions with a mark, each made of the clean one when it is first asked for. Whoever asks before it is there waits,
 * because the clean one is nothing for them.
 */
public final class MarkedRenditions {

    /** A few megabytes. Past that all is forgotten, which costs a look at the store each. */
    private static final int REMEMBERED = 50_000;
    /** Another node may have removed one whose mark was a former one. */
    private static final Duration TRUST = Duration.ofMinutes(5);

    private final BlobStore blobs;
    private final StagingArea staging;
    private final Renderer renderer;
    private final Marks marks;
    private final OwnDerivatives own;
    private final FormerMarks former;
    private final InstantSource clock;
    /** When they were there. By image, not by content: its id never comes back. */
    private final Map<Known, Instant> there = new ConcurrentHashMap<>();
    private final Map<BlobKey, CompletableFuture<Void>> begun = new ConcurrentHashMap<>();

    public MarkedRenditions(
            BlobStore blobs, StagingArea staging, Renderer renderer, Marks marks, OwnDerivatives own, InstantSource clock) {
        this.blobs = blobs;
        this.staging = staging;
        this.renderer = renderer;
        this.marks = marks;
        this.own = own;
        this.former = new FormerMarks(blobs);
        this.clock = clock;
    }

    private record Known(ImageId image, Recipe recipe) {}

    /** How the image's clean rendition is marked; see {@link Marks#of}. */
    Recipe recipe(ImageViews.Delivery image, Recipe clean, @Nullable String seenBy) {
        return clean.marked(marks.of(image, seenBy));
    }

    /** Whether it is known to be there. Never waits. */
    boolean ready(ImageViews.Delivery image, Recipe marked) {
        Instant seen = there.get(new Known(image.id(), marked));
        return seen != null && clock.instant().isBefore(seen.plus(TRUST));
    }

    /**
     * It exists on return.
     *
     * @param clean of which it is made
     */
    void require(ImageViews.Delivery image, Recipe clean, Recipe marked) {
        if (ready(image, marked)) {
            return;
        }
        BlobKey key = BlobKey.rendition(image.sha256(), marked);
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> others = begun.putIfAbsent(key, mine);
        if (others == null) {
            make(image, clean, marked, mine);
        } else {
            await(others);
        }
        if (there.size() >= REMEMBERED) {
            there.clear();
        }
        there.put(new Known(image.id(), marked), clock.instant());
    }

    private static void await(CompletableFuture<Void> others) {
        try {
            others.join();
        } catch (CompletionException e) {
            throw new DependencyException("a mark could not be burnt in", e);
        }
    }

    private void make(ImageViews.Delivery image, Recipe clean, Recipe marked, CompletableFuture<Void> done) {
        BlobKey key = BlobKey.rendition(image.sha256(), marked);
        try {
            if (!own.has(image, key)) {
                burn(BlobKey.rendition(image.sha256(), clean), clean, marked, key);
                own.made(image, key);
            }
            done.complete(null);
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
            throw e;
        } finally {
            begun.remove(key, done);
        }
    }

    private void burn(BlobKey source, Recipe clean, Recipe marked, BlobKey key) {
        try (BlobStore.LocalFile rendition = blobs.fetch(source).orElseThrow(() -> new DependencyException("no blob " + source));
                StagingArea.WorkFolder folder = staging.folder()) {
            if (marked.mark() != null) {
                marks.handOver(marked.mark(), folder.path());
            }
            Path file = renderer.derive(rendition.path(), clean.format().mediaType(), marked, folder.path());
            blobs.put(key, file);
            forget(former.removeBehind(key));
        } catch (Renderer.UndecodableException e) {
            throw new DependencyException("a rendition does not decode, or its mark: " + source, e);
        }
    }

    private void forget(List<String> removed) {
        if (!removed.isEmpty()) {
            there.keySet().removeIf(known -> removed.contains(known.recipe().fileName()));
        }
    }
}
