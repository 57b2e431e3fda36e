package dev.albumen.application.moving;

import dev.albumen.application.storage.BlobKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Moves in memory. */
public final class InMemoryStorageMoves implements StorageMoves {

    private final List<StorageMove> moves = new ArrayList<>();
    private final Map<UUID, Map<BlobKey, BlobMove>> blobs = new HashMap<>();

    private final InstantSource clock;

    public InMemoryStorageMoves() {
        this(InstantSource.system());
    }

    public InMemoryStorageMoves(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public synchronized Optional<StorageMove> latest() {
        return moves.isEmpty() ? Optional.empty() : Optional.of(moves.getLast());
    }

    @Override
    public synchronized boolean begin(StorageMove move) {
        return moves.stream().allMatch(StorageMove::finished) && moves.add(move);
    }

    @Override
    public synchronized boolean save(StorageMove move, List<BlobMove> changed, List<BlobKey> over) {
        if (!isLatest(move, move.version() - 1)) {
            return false;
        }
        moves.set(moves.size() - 1, move);
        changed.forEach(blob -> of(move.id()).put(blob.key(), blob));
        over.forEach(of(move.id())::remove);
        return true;
    }

    @Override
    public synchronized boolean restart(StorageMove move) {
        boolean saved = save(move, List.of(), List.of());
        if (saved) {
            of(move.id()).clear();
        }
        return saved;
    }

    @Override
    public synchronized boolean retry(StorageMove move) {
        boolean saved = save(move, List.of(), List.of());
        if (saved) {
            of(move.id()).replaceAll((key, blob) -> blob.state() == BlobMove.State.FAILED ? BlobMove.begin(key, blob.byteSize()) : blob);
        }
        return saved;
    }

    @Override
    public synchronized void renew(UUID move, UUID worker) {
        latest().filter(last -> last.id().equals(move) && worker.equals(last.worker()))
                .ifPresent(last -> moves.set(moves.size() - 1, last.renewed(now())));
    }

    @Override
    public synchronized boolean announce(StorageMove move, List<BlobMove> announced) {
        if (!isLatest(move, move.version())) {
            return false;
        }
        announced.forEach(blob -> of(move.id()).put(blob.key(), blob));
        return true;
    }

    private boolean isLatest(StorageMove move, long version) {
        return latest().filter(last -> last.id().equals(move.id()) && last.version() == version).isPresent();
    }

    private Map<BlobKey, BlobMove> of(UUID move) {
        return blobs.computeIfAbsent(move, id -> new HashMap<>());
    }

    @Override
    public synchronized Map<BlobKey, BlobMove> known(UUID move, Collection<BlobKey> keys) {
        return of(move).values().stream().filter(blob -> keys.contains(blob.key())).collect(Collectors.toMap(BlobMove::key, blob -> blob));
    }

    @Override
    public synchronized List<BlobMove> in(UUID move, BlobMove.State state, int limit) {
        return of(move).values().stream().filter(blob -> blob.state() == state)
                .sorted(Comparator.comparing(BlobMove::tries).thenComparing(blob -> blob.key().value())).limit(limit).toList();
    }

    @Override
    public synchronized Map<BlobMove.State, Long> count(UUID move) {
        return of(move).values().stream().collect(Collectors.groupingBy(BlobMove::state, Collectors.counting()));
    }
}
