package dev.albumen.persistence.moving;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobRoute;
import dev.albumen.application.storage.BlobStore;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Blobs in one place, or in two while they are moved. What is in neither costs a look at both; what is in the first costs
 * nothing more than it did.
 */
public final class MovingBlobStore implements BlobStore {

    private final BlobPlaces places;
    private final Supplier<BlobRoute> routes;

    public MovingBlobStore(BlobPlaces places, Supplier<BlobRoute> routes) {
        this.places = places;
        this.routes = routes;
    }

    /** What is read first may have an older blob of the key, which goes once the new one is there. */
    @Override
    public void put(BlobKey key, Path file) {
        BlobRoute route = routes.get();
        places.at(route.writes()).put(key, file);
        if (route.first() != route.writes()) {
            places.at(route.first()).delete(key);
        }
    }

    @Override
    public Optional<Stat> stat(BlobKey key) {
        return found(store -> store.stat(key));
    }

    @Override
    public Optional<Content> open(BlobKey key) {
        return found(store -> store.open(key));
    }

    @Override
    public Optional<Content> open(BlobKey key, long offset, long length) {
        return found(store -> store.open(key, offset, length));
    }

    @Override
    public Optional<LocalFile> fetch(BlobKey key) {
        return found(store -> store.fetch(key));
    }

    private <T> Optional<T> found(Function<BlobStore, Optional<T>> look) {
        BlobRoute route = routes.get();
        Optional<T> found = look.apply(places.at(route.first()));
        return found.isPresent() || route.second().isEmpty() ? found : look.apply(places.at(route.second().get()));
    }

    /** The place that is read last goes first, so that nobody finds there what is gone from the other. */
    @Override
    public void delete(BlobKey key) {
        BlobRoute route = routes.get();
        route.second().ifPresent(second -> places.at(second).delete(key));
        places.at(route.first()).delete(key);
    }

    /** Of a blob in both places it tells what {@link #stat} tells. */
    @Override
    public List<Stat> list(String prefix, Optional<BlobKey> after, int limit) {
        BlobRoute route = routes.get();
        List<Stat> first = places.at(route.first()).list(prefix, after, limit);
        if (route.second().isEmpty()) {
            return first;
        }
        NavigableMap<String, Stat> merged = new TreeMap<>();
        places.at(route.second().get()).list(prefix, after, limit).forEach(stat -> merged.put(stat.key().value(), stat));
        first.forEach(stat -> merged.put(stat.key().value(), stat));
        return merged.values().stream().limit(limit).toList();
    }
}
