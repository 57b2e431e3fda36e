package dev.albumen.application.moving;

import dev.albumen.application.moving.BlobCopy.Outcome;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.BlobSums;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.shared.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Copies blobs, a few at once. */
final class CopyBlobs {

    static final int MOST_TRIES = 5;
    private static final int AT_ONCE = 4;

    private final BlobPlaces places;
    private final StagingArea staging;
    private final BlobSums sums;

    CopyBlobs(BlobPlaces places, StagingArea staging, BlobSums sums) {
        this.places = places;
        this.staging = staging;
        this.sums = sums;
    }

    /** @param problem of a storage that does not answer, for which no blob is to blame; empty for none */
    record Copied(List<BlobMove> changed, List<BlobKey> over, StorageMove.Tally tally, String problem) {}

    /** @param kept blobs that were copied before, by which to tell whether it is these blobs or a storage that nothing comes through of */
    Copied copy(StorageMove move, List<BlobMove> blobs, Supplier<List<BlobMove>> kept) {
        BlobCopy copy = copies(move);
        Map<BlobMove, Outcome> outcomes = outcomes(copy, blobs);
        forgetOtherSums(outcomes);
        Optional<String> outage = outage(outcomes).filter(problem -> !isAnythingComingThrough(move, kept));
        if (outage.isPresent()) {
            return new Copied(List.of(), List.of(), StorageMove.Tally.NONE, outage.get());
        }
        return told(blobs, outcomes);
    }

    private BlobCopy copies(StorageMove move) {
        return new BlobCopy(places.at(move.from()), places.at(move.to()), move.trusted(), staging, move.manner().rateMib());
    }

    private static Copied told(List<BlobMove> blobs, Map<BlobMove, Outcome> outcomes) {
        List<BlobMove> changed = new ArrayList<>();
        List<BlobKey> over = new ArrayList<>();
        StorageMove.Tally tally = StorageMove.Tally.NONE;
        for (BlobMove blob : blobs) {
            switch (outcomes.get(blob)) {
                case Outcome.Same same -> {
                    changed.add(blob.kept(same.sum().byteSize(), same.modifiedAt()));
                    tally = tally.plus(new StorageMove.Tally(1, same.sum().byteSize(), 0, 0));
                }
                case Outcome.There(BlobStore.Stat old) -> {
                    changed.add(blob.kept(old.byteSize(), old.modifiedAt()));
                    tally = tally.plus(new StorageMove.Tally(1, 0, 0, 0));
                }
                case Outcome.Gone gone -> over.add(blob.key());
                case Outcome.Wrong wrong -> {
                    changed.add(blob.failed(wrong.why(), MOST_TRIES));
                    tally = tally.plus(new StorageMove.Tally(0, 0, 0, 1));
                }
                case Outcome.Unavailable unavailable -> {
                    changed.add(blob.failed(unavailable.why(), MOST_TRIES));
                    tally = tally.plus(new StorageMove.Tally(0, 0, 0, 1));
                }
            }
        }
        return new Copied(changed, over, tally, "");
    }

    private static Map<BlobMove, Outcome> outcomes(BlobCopy copy, List<BlobMove> blobs) {
        Map<BlobMove, Outcome> outcomes = new HashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().name("move-", 0).daemon().factory())) {
            Map<BlobMove, Future<Outcome>> going = new HashMap<>();
            blobs.forEach(blob -> going.put(blob, threads.submit(() -> copy.copy(blob.key()))));
            for (Map.Entry<BlobMove, Future<Outcome>> one : going.entrySet()) {
                outcomes.put(one.getKey(), one.getValue().get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            // Closing the threads ends what they do; whoever goes on finds what was announced.
            Thread.currentThread().interrupt();
            throw new DependencyException("the node is stopping", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a blob could not be copied", e.getCause());
        }
    }

    /** Where nothing came through, whatever the storages answer otherwise: one may be full, or refuse some of its services. */
    private static Optional<String> outage(Map<BlobMove, Outcome> outcomes) {
        List<String> problems = outcomes.values().stream().flatMap(outcome ->
                outcome instanceof Outcome.Unavailable(String why) ? Stream.of(why) : Stream.empty()).sorted().toList();
        return problems.isEmpty() || problems.size() < outcomes.size() ? Optional.empty() : Optional.of(problems.getFirst());
    }

    /** Copies a small one over itself: who cannot do that cannot copy, and who can has only these blobs to blame. */
    private boolean isAnythingComingThrough(StorageMove move, Supplier<List<BlobMove>> kept) {
        BlobCopy copy = copies(move);
        return kept.get().stream().filter(blob -> blob.key().isHash()).sorted(Comparator.comparing(BlobMove::byteSize))
                .flatMap(blob -> copy.isPossible(blob.key()).stream()).findFirst().orElse(false);
    }

    /**
     * A rendition may have been made anew, of other bytes, in the moment that an older one was copied over it. That of a copy
     * that did not end well may be anything.
     */
    private void forgetOtherSums(Map<BlobMove, Outcome> outcomes) {
        Map<BlobKey, Optional<BlobSum>> put = new HashMap<>();
        outcomes.forEach((blob, outcome) -> {
            if (!blob.key().isHash() && !(outcome instanceof Outcome.Gone || outcome instanceof Outcome.There)) {
                put.put(blob.key(), outcome instanceof Outcome.Same(BlobSum sum, var modifiedAt) ? Optional.of(sum) : Optional.empty());
            }
        });
        Set<Sha256> contents = put.keySet().stream().flatMap(key -> key.content().stream()).collect(Collectors.toSet());
        if (!contents.isEmpty()) {
            sums.of(contents).forEach((key, sum) -> {
                if (put.containsKey(key) && !put.get(key).equals(Optional.of(sum))) {
                    sums.forget(key);
                }
            });
        }
    }
}
