package dev.albumen.application.storage;

import dev.albumen.domain.shared.Sha256;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Blobs' sums in memory. */
public final class InMemoryBlobSums implements BlobSums {

    private final Map<BlobKey, BlobSum> known = new ConcurrentHashMap<>();

    @Override
    public Map<BlobKey, BlobSum> of(Collection<Sha256> contents) {
        return known.entrySet().stream()
                .filter(entry -> contents.contains(entry.getKey().content().orElseThrow()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void keep(BlobKey key, BlobSum sum) {
        if (key.content().isEmpty() || key.value().startsWith(BlobKey.LOGOS)) {
            throw new IllegalArgumentException("no sum is kept of " + key);
        }
        known.put(key, sum);
    }

    @Override
    public void forget(BlobKey key) {
        known.remove(key);
    }
}
