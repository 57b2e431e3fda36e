package dev.albumen.application.moving;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.InMemoryBlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** A store that gives or keeps wrong bytes, or does not answer, now and then or always. Only what tells the one from the other is lost. */
final class FaultyPlace extends InMemoryBlobStore {

    private final Random dice = new Random(35);
    private final Set<BlobKey> rotten = new HashSet<>();
    private final Set<BlobKey> spoilt = new HashSet<>();
    private final Set<BlobKey> unreadable = new HashSet<>();
    private final List<Instant> refusedReads = new ArrayList<>();
    private final InstantSource clock;
    private Consumer<BlobKey> afterPut = key -> { };
    private int wrongReads;
    private int wrongWrites;
    private int refusals;
    private boolean down;
    private boolean full;
    private boolean secret;

    FaultyPlace(InstantSource clock) {
        super(clock);
        this.clock = clock;
    }

    /** How many of a hundred calls go wrong in each way. */
    void trouble(int wrongReadsPercent, int wrongWritesPercent, int refusalsPercent) {
        wrongReads = wrongReadsPercent;
        wrongWrites = wrongWritesPercent;
        refusals = refusalsPercent;
    }

    /** Has a blob read wrong from now on. */
    void rot(BlobKey key) {
        rotten.add(key);
    }

    /** Has whatever is put under that key kept wrong from now on. */
    void spoil(BlobKey key) {
        spoilt.add(key);
    }

    /** Has a blob found and not given from now on. */
    void refuse(BlobKey key) {
        unreadable.add(key);
    }

    /** When such a blob was asked for. */
    synchronized List<Instant> refusedReads() {
        return List.copyOf(refusedReads);
    }

    void heal() {
        rotten.clear();
        spoilt.clear();
        unreadable.clear();
        full = false;
        secret = false;
    }

    /** Has it refuse every put, and answer everything else. */
    void fill() {
        full = true;
    }

    /** Has it take blobs and list them, and give none. */
    void hide() {
        secret = true;
    }

    /** Has something happen right after each put. */
    void afterPut(Consumer<BlobKey> event) {
        afterPut = event;
    }

    void down(boolean isDown) {
        down = isDown;
    }

    private synchronized boolean inHundred(int percent) {
        return dice.nextInt(100) < percent;
    }

    private void answer() {
        if (down || inHundred(refusals)) {
            throw new DependencyException("503");
        }
    }

    @Override
    public void put(BlobKey key, Path file) {
        answer();
        if (full) {
            throw new DependencyException("507");
        }
        try {
            if (spoilt.contains(key) || inHundred(wrongWrites)) {
                byte[] bytes = Files.readAllBytes(file);
                Path wrong = Files.write(Files.createTempFile("wrong-", ""), altered(bytes));
                super.put(key, wrong);
                Files.delete(wrong);
            } else {
                super.put(key, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        afterPut.accept(key);
    }

    /** Others each time, or else two mistakes could look like none. */
    private synchronized byte[] altered(byte[] bytes) {
        byte[] other = new byte[bytes.length];
        dice.nextBytes(other);
        return other;
    }

    @Override
    public Optional<Content> open(BlobKey key) {
        answer();
        if (secret || unreadable.contains(key)) {
            noteRefusal();
            throw new DependencyException("403");
        }
        Optional<Content> right = super.open(key);
        return rotten.contains(key) || inHundred(wrongReads) ? right.map(this::altered) : right;
    }

    private synchronized void noteRefusal() {
        refusedReads.add(clock.instant());
    }

    private Content altered(Content content) {
        try (content) {
            return new Content(content.byteSize(), new ByteArrayInputStream(altered(content.stream().readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Stat> stat(BlobKey key) {
        answer();
        return super.stat(key);
    }

    @Override
    public void delete(BlobKey key) {
        answer();
        super.delete(key);
    }

    @Override
    public List<Stat> list(String prefix, Optional<BlobKey> after, int limit) {
        answer();
        return super.list(prefix, after, limit);
    }
}
