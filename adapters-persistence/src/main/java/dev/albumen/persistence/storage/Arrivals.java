package dev.albumen.persistence.storage;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

/** Brings files in below a root: whole, durable, and under their names only when they are both. */
final class Arrivals {

    /** No key starts with a dot, so nothing in here can be listed or asked for. */
    private static final String COPIES = ".incoming";

    /** Another process may still be at its copy. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** How often a put makes its folder anew while deletes take it away. */
    private static final int ATTEMPTS = 100;

    private final Path root;
    private final Path copies;
    private final InstantSource clock;

    Arrivals(Path root, InstantSource clock) throws IOException {
        this.root = root;
        this.copies = root.resolve(COPIES);
        this.clock = clock;
        DurableFolders.create(copies);
        removeAbandoned();
    }

    private void removeAbandoned() throws IOException {
        Instant limit = clock.instant().minus(ABANDONED);
        try (Stream<Path> left = Files.list(copies)) {
            for (Path copy : left.toList()) {
                if (lastTouched(copy).isBefore(limit)) {
                    Files.deleteIfExists(copy);
                }
            }
        }
    }

    private static Instant lastTouched(Path copy) throws IOException {
        try {
            return Files.getLastModifiedTime(copy).toInstant();
        } catch (NoSuchFileException e) {
            // Another process's copy that is in its place by now.
            return Instant.MAX;
        }
    }

    /** Moves the file to the target's name; copies it first where it lies on another file system. */
    void settle(Path file, Path target) throws IOException {
        try {
            move(file, target);
        } catch (AtomicMoveNotSupportedException e) {
            Path copy = Files.createTempFile(copies, "copy-", "");
            try {
                Files.copy(file, copy, REPLACE_EXISTING);
                move(copy, target);
            } finally {
                Files.deleteIfExists(copy);
            }
        }
        DurableFolders.syncUpTo(root, target.getParent());
    }

    private void move(Path file, Path target) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        DurableFolders.syncFile(file);
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(file, target, ATOMIC_MOVE);
                return;
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS || Files.notExists(file)) {
                    throw e;
                }
                makeRoomFor(target);
            }
        }
    }

    private static void makeRoomFor(Path target) throws IOException {
        try {
            DurableFolders.create(target.getParent());
        } catch (NoSuchFileException e) {
            // A delete took an upper folder away in the midst of it: the next attempt makes it again.
        }
    }
}
