package dev.albumen.application.storage;

import dev.albumen.application.shared.DependencyException;
import java.util.Map;
import java.util.Optional;

/**
 * The stores of this node, by place.
 *
 * @param primary where blobs are, unless they were moved
 * @param fallback where to look for those that are not there; empty for nowhere
 */
public record BlobPlaces(Map<BlobPlace, BlobStore> stores, BlobPlace primary, Optional<BlobPlace> fallback) {

    public BlobPlaces {
        if (!stores.containsKey(primary) || fallback.isPresent() && !stores.containsKey(fallback.get())) {
            throw new IllegalArgumentException("no store in " + primary + " or in " + fallback);
        }
        stores = Map.copyOf(stores);
    }

    public boolean have(BlobPlace place) {
        return stores.containsKey(place);
    }

    /** @throws DependencyException where the settings of this node name no such store */
    public BlobStore at(BlobPlace place) {
        BlobStore store = stores.get(place);
        if (store == null) {
            throw new DependencyException("blobs are in " + place.word() + ", which the settings of this node do not name");
        }
        return store;
    }

    /** Where blobs are that never were moved. */
    public BlobRoute route() {
        return new BlobRoute(primary, fallback, primary, fallback.isEmpty());
    }
}
