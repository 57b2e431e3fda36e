package dev.albumen.application.storage;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes blobs that no image has: what is left of uploads that broke off and of images that were purged, and renditions
 * that were made anew for every image of their content, with those that bear a mark; and logos that nobody has. A blob younger than the grace may belong to an upload that is
 * still on its way to its row, so it stays.
 */
public final class SweepBlobs {

    private static final Logger LOG = LoggerFactory.getLogger(SweepBlobs.class);
    private static final int BATCH = 1000;

    private final Transactions transactions;
    private final BlobStore blobs;
    private final BlobClaims claims;
    private final InstantSource clock;

    public SweepBlobs(Transactions transactions, BlobStore blobs, BlobClaims claims, InstantSource clock) {
        this.transactions = transactions;
        this.blobs = blobs;
        this.claims = claims;
        this.clock = clock;
    }

    /** @param grace how long a blob may be without a row */
    public record Command(Duration grace) {}

    /** How many blobs went. */
    public int handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        Instant before = clock.instant().minus(command.grace());
        int removed = sweep(BlobKey.ORIGINALS, before) + sweep(BlobKey.RENDITIONS, before) + sweep(BlobKey.LOGOS, before);
        if (removed > 0) {
            LOG.info("swept {} blobs that no image has", removed);
        }
        return removed;
    }

    private int sweep(String prefix, Instant before) {
        int removed = 0;
        Optional<BlobKey> after = Optional.empty();
        List<BlobStore.Stat> batch;
        do {
            batch = blobs.list(prefix, after, BATCH);
            removed += removeUnclaimed(batch.stream().filter(blob -> !blob.modifiedAt().isAfter(before)).toList(), before);
            after = batch.isEmpty() ? after : Optional.of(batch.getLast().key());
        } while (batch.size() == BATCH);
        return removed;
    }

    private int removeUnclaimed(List<BlobStore.Stat> old, Instant before) {
        Set<Sha256> contents = old.stream().flatMap(blob -> blob.key().content().stream()).collect(Collectors.toSet());
        Set<Sha256> claimed = contents.isEmpty() ? Set.of() : claimed(old.getFirst().key(), contents);
        Map<Sha256, Set<String>> shown = shown(old, claimed);
        int removed = 0;
        for (BlobStore.Stat blob : old) {
            Optional<Sha256> content = blob.key().content().filter(sha256 -> unclaimed(blob.key(), sha256, claimed, shown));
            if (content.isPresent() && transactions.write(() -> removeUnclaimed(blob.key(), content.get(), before))) {
                removed++;
            }
        }
        return removed;
    }

    /** @param key of the kind that is asked about */
    private Set<Sha256> claimed(BlobKey key, Set<Sha256> contents) {
        return key.value().startsWith(BlobKey.LOGOS) ? claims.logos(contents) : claims.claimed(contents);
    }

    /** Asked of those alone that have renditions of old recipes, which is seldom any. */
    private Map<Sha256, Set<String>> shown(List<BlobStore.Stat> old, Set<Sha256> claimed) {
        Set<Sha256> replaced = old.stream().map(BlobStore.Stat::key).filter(SweepBlobs::ofAnOldRecipe)
                .flatMap(key -> key.content().stream()).filter(claimed::contains).collect(Collectors.toSet());
        return replaced.isEmpty() ? Map.of() : claims.renditions(replaced);
    }

    private static boolean unclaimed(BlobKey key, Sha256 content, Set<Sha256> claimed, Map<Sha256, Set<String>> shown) {
        return !claimed.contains(content)
                || ofAnOldRecipe(key)
                        && !shown.getOrDefault(content, Set.of()).contains(Recipe.cleanName(key.fileName()));
    }

    private static boolean ofAnOldRecipe(BlobKey key) {
        return key.value().startsWith(BlobKey.RENDITIONS)
                && Recipe.parse(Recipe.cleanName(key.fileName())).filter(recipe -> recipe.version() < Recipe.CURRENT_VERSION).isPresent();
    }

    /** Decides once more under the content's lock, which an upload holds while its row comes to be. */
    private boolean removeUnclaimed(BlobKey key, Sha256 content, Instant before) {
        claims.lock(content);
        boolean young = blobs.stat(key).map(now -> now.modifiedAt().isAfter(before)).orElse(true);
        Set<Sha256> contents = Set.of(content);
        if (young || !unclaimed(key, content, claimed(key, contents), claims.renditions(contents))) {
            return false;
        }
        blobs.delete(key);
        return true;
    }
}
