package dev.albumen.application.moving;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import java.time.Instant;
import java.util.Optional;

/** Copies one blob from store to store, and goes by nothing but hashes. */
final class BlobCopy {

    private final BlobStore from;
    private final BlobStore to;
    private final StagingArea staging;
    private final Pace pace;

    BlobCopy(BlobStore from, BlobStore to, StagingArea staging, Pace pace) {
        this.from = from;
        this.to = to;
        this.staging = staging;
        this.pace = pace;
    }

    /** How it went. */
    sealed interface Outcome {

        /**
         * The new place has what the old one has.
         *
         * @param modifiedAt of the old one
         */
        record Same(BlobSum sum, Instant modifiedAt) implements Outcome {}

        /** The old place has it no more. */
        record Gone() implements Outcome {}

        record Wrong(String why) implements Outcome {}

        record Unavailable(String why) implements Outcome {}
    }

    Outcome copy(BlobKey key) {
        try {
            Optional<BlobStore.Stat> before = from.stat(key);
            Optional<BlobStore.Content> opened = before.isEmpty() ? Optional.empty() : from.open(key);
            if (opened.isEmpty()) {
                return new Outcome.Gone();
            }
            try (BlobStore.Content content = opened.get();
                    StagingArea.StagedFile file = staging.stage(pace.of(content.stream()), content.byteSize())) {
                if (file.byteSize() != before.get().byteSize() || !file.sha256().equals(wanted(key))) {
                    return new Outcome.Wrong("the old place gives other bytes than it should");
                }
                BlobSum sum = new BlobSum(file.byteSize(), file.crc32());
                Sha256 sha256 = file.sha256();
                if (to.stat(key).filter(there -> there.byteSize() == sum.byteSize()).isEmpty() || !isThere(key, sha256)) {
                    to.put(key, file.path());
                    if (!isThere(key, sha256)) {
                        return new Outcome.Wrong("the new place gives other bytes than it was given");
                    }
                }
                return from.stat(key).equals(before) ? new Outcome.Same(sum, before.get().modifiedAt())
                        : new Outcome.Wrong("it was changed meanwhile");
            }
        } catch (DependencyException | RefusedException e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** What the key says; where it says nothing, what a second reading gives. */
    private Sha256 wanted(BlobKey key) {
        return key.value().startsWith(BlobKey.RENDITIONS)
                ? BlobHash.of(from, key, new Pace(null)).orElseThrow(() -> new DependencyException("the blob " + key + " is gone"))
                : key.content().orElseThrow(() -> new IllegalArgumentException("not to be copied: " + key));
    }

    private boolean isThere(BlobKey key, Sha256 sha256) {
        return BlobHash.of(to, key, new Pace(null)).filter(sha256::equals).isPresent();
    }
}
