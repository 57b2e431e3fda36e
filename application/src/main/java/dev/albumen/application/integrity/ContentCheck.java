package dev.albumen.application.integrity;

import dev.albumen.application.integrity.StorageCheck.Tally;
import dev.albumen.application.integrity.StorageDefect.Kind;
import dev.albumen.application.integrity.StoredContents.StoredContent;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.BlobSums;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares one content's blobs with what its rows say: the original by every byte, renditions by being there whole. */
final class ContentCheck {

    private static final int BUFFER_BYTES = 256 << 10;

    private final BlobStore blobs;
    private final BlobSums sums;
    private final StoredContents contents;

    ContentCheck(BlobStore blobs, BlobSums sums, StoredContents contents) {
        this.blobs = blobs;
        this.sums = sums;
        this.contents = contents;
    }

    /** @param repairable images that lack renditions and have a good original */
    record Found(Tally tally, List<StorageDefect> defects, Set<ImageId> repairable) {}

    Found check(StoredContent said) {
        Optional<Kind> broken = original(said);
        Set<String> lacking = lacking(said);
        if (broken.isEmpty() && lacking.isEmpty()) {
            return new Found(tally(said, broken, 0), List.of(), Set.of());
        }
        // An image may have been purged, or shown with other renditions, since its row was read.
        return contents.find(said.sha256())
                .map(now -> found(now, original(now), lacking(now)))
                .orElseGet(() -> new Found(tally(said, Optional.empty(), 0), List.of(), Set.of()));
    }

    private static Found found(StoredContent now, Optional<Kind> broken, Set<String> lacking) {
        List<ImageId> incomplete = now.holders().stream()
                .filter(holder -> holder.renditions().stream().anyMatch(lacking::contains))
                .map(StoredContents.Holder::image)
                .toList();
        List<StorageDefect> defects = broken
                .map(kind -> now.holders().stream().map(holder -> new StorageDefect(holder.image(), kind)).toList())
                .orElseGet(() -> incomplete.stream().map(image -> new StorageDefect(image, Kind.MISSING_RENDITIONS)).toList());
        return new Found(tally(now, broken, lacking.size()), defects, broken.isPresent() ? Set.of() : Set.copyOf(incomplete));
    }

    private static Tally tally(StoredContent content, Optional<Kind> broken, long lacking) {
        return new Tally(1, broken.isPresent() ? 0 : content.byteSize(), is(broken, Kind.MISSING), is(broken, Kind.TRUNCATED),
                is(broken, Kind.ALTERED), lacking, 0, 0, 0, 0);
    }

    private static long is(Optional<Kind> broken, Kind kind) {
        return broken.filter(kind::equals).isPresent() ? 1 : 0;
    }

    private Optional<Kind> original(StoredContent content) {
        Optional<BlobStore.Content> opened = blobs.open(BlobKey.original(content.sha256()));
        if (opened.isEmpty()) {
            return Optional.of(Kind.MISSING);
        }
        try (BlobStore.Content blob = opened.get()) {
            if (blob.byteSize() != content.byteSize()) {
                return Optional.of(blob.byteSize() < content.byteSize() ? Kind.TRUNCATED : Kind.ALTERED);
            }
            return hash(blob.stream()).equals(content.sha256()) ? Optional.empty() : Optional.of(Kind.ALTERED);
        } catch (IOException e) {
            throw new DependencyException("the original " + content.sha256() + " could not be read to its end", e);
        }
    }

    private static Sha256 hash(InputStream bytes) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return new Sha256(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not in this JDK", e);
        }
    }

    private Set<String> lacking(StoredContent content) {
        Set<String> names = content.renditions();
        if (names.isEmpty()) {
            return Set.of();
        }
        Map<BlobKey, BlobSum> known = sums.of(Set.of(content.sha256()));
        return names.stream().filter(name -> lacks(BlobKey.rendition(content.sha256(), name), known)).collect(Collectors.toSet());
    }

    private boolean lacks(BlobKey key, Map<BlobKey, BlobSum> known) {
        Optional<BlobStore.Stat> there = blobs.stat(key);
        BlobSum sum = known.get(key);
        return there.isEmpty() || there.get().byteSize() == 0 || sum != null && sum.byteSize() != there.get().byteSize();
    }
}
