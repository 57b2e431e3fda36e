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
import org.jspecify.annotations.Nullable;

/** Copies one blob from store to store, and goes by nothing but hashes. */
final class BlobCopy {

    private final BlobStore from;
    private final BlobStore to;
    private final boolean trusted;
    private final StagingArea staging;
    private final Pace reading;
    private final Pace readingBack;

    /**
     * @param trusted whether the new place is read first, so that what it has stays, and a bad copy must not
     * @param rateMib how many MiB a second are read in either place; {@code null} for no limit
     */
    BlobCopy(BlobStore from, BlobStore to, boolean trusted, StagingArea staging, @Nullable Integer rateMib) {
        this.from = from;
        this.to = to;
        this.trusted = trusted;
        this.staging = staging;
        this.reading = new Pace(rateMib);
        this.readingBack = new Pace(rateMib);
    }

    /** How it went. */
    sealed interface Outcome {

        /**
         * The new place has what the old one has.
         *
         * @param modifiedAt of the old one
         */
        record Same(BlobSum sum, Instant modifiedAt) implements Outcome {}

        /**
         * The new place has a blob that stays, whatever the old one has.
         *
         * @param old what the old one has
         */
        record There(BlobStore.Stat old) implements Outcome {}

        /** The old place has it no more. */
        record Gone() implements Outcome {}

        record Wrong(String why) implements Outcome {}

        record Unavailable(String why) implements Outcome {}
    }

    Outcome copy(BlobKey key) {
        try {
            Optional<BlobStore.Stat> before = from.stat(key);
            if (before.isPresent() && trusted && isGoodThere(key)) {
                return there(before.get());
            }
            Optional<BlobStore.Content> opened = before.isEmpty() ? Optional.empty() : from.open(key);
            if (opened.isEmpty()) {
                return new Outcome.Gone();
            }
            try (BlobStore.Content content = opened.get();
                    StagingArea.StagedFile file = staging.stage(reading.of(content.stream()), content.byteSize())) {
                if (file.byteSize() != before.get().byteSize() || !file.sha256().equals(wanted(key))) {
                    return key.isHash() && isGoodThere(key) ? there(before.get())
                            : new Outcome.Wrong("the old place gives other bytes than it should");
                }
                return copied(before.get(), file);
            }
        } catch (DependencyException | RefusedException e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** Whether a blob that is good in both places can be read and put there; empty where the old place has it no more. */
    Optional<Boolean> isPossible(BlobKey key) {
        try {
            Optional<BlobStore.Content> opened = from.open(key);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (BlobStore.Content content = opened.get();
                    StagingArea.StagedFile file = staging.stage(reading.of(content.stream()), content.byteSize())) {
                Sha256 sha256 = file.sha256();
                if (!sha256.equals(wanted(key))) {
                    return Optional.of(false);
                }
                to.put(key, file.path());
                return Optional.of(isThere(key, sha256));
            }
        } catch (DependencyException | RefusedException e) {
            return Optional.of(false);
        }
    }

    private Outcome copied(BlobStore.Stat before, StagingArea.StagedFile file) {
        BlobKey key = before.key();
        BlobSum sum = new BlobSum(file.byteSize(), file.crc32());
        Sha256 sha256 = file.sha256();
        if (to.stat(key).filter(there -> there.byteSize() == sum.byteSize()).isEmpty() || !isThere(key, sha256)) {
            to.put(key, file.path());
            if (!isThere(key, sha256)) {
                if (trusted) {
                    to.delete(key);
                }
                return new Outcome.Wrong("the new place gives other bytes than it was given");
            }
        }
        return from.stat(key).equals(Optional.of(before)) ? new Outcome.Same(sum, before.modifiedAt())
                : new Outcome.Wrong("it was changed meanwhile");
    }

    /** A damaged blob of another size is worth no keeping. */
    private Outcome there(BlobStore.Stat old) {
        if (old.key().isHash() && to.stat(old.key()).filter(good -> good.byteSize() == old.byteSize()).isEmpty()) {
            from.delete(old.key());
            return new Outcome.Gone();
        }
        return new Outcome.There(old);
    }

    private boolean isGoodThere(BlobKey key) {
        return to.stat(key).isPresent() && (!key.isHash() || isThere(key, key.content().orElseThrow()));
    }

    /** What the key says; where it says nothing, what a second reading gives. */
    private Sha256 wanted(BlobKey key) {
        return key.isHash() ? key.content().orElseThrow()
                : BlobHash.of(from, key, reading).orElseThrow(() -> new DependencyException("the blob " + key + " is gone"));
    }

    private boolean isThere(BlobKey key, Sha256 sha256) {
        return BlobHash.of(to, key, readingBack).filter(sha256::equals).isPresent();
    }
}
