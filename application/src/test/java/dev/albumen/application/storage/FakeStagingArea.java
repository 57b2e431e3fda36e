package dev.albumen.application.storage;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Staging for small things: reads them into memory before it writes a file. */
public final class FakeStagingArea implements StagingArea {

    private final Path root;
    private final Path ours;

    /** @param root a test's temporary folder, which may hold what an earlier area left */
    public FakeStagingArea(Path root) {
        this.root = root;
        this.ours = made(root);
    }

    @Override
    public StagedFile stage(InputStream bytes, long maxBytes) {
        byte[] read;
        try {
            read = bytes.readNBytes(Math.toIntExact(maxBytes + 1));
        } catch (IOException e) {
            throw Refusal.invalid("file", "upload-interrupted", "The upload broke off.");
        }
        if (read.length > maxBytes) {
            throw new Refusal.TooLarge("file-too-large", "More than " + maxBytes + " bytes.").thrown();
        }
        try {
            return new Staged(Files.write(Files.createTempFile(ours, "file-", ""), read), read.length, hashOf(read), crcOf(read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public WorkFolder folder() {
        return new Folder(made(ours));
    }

    @Override
    public int clear() {
        int files = 0;
        try (Stream<Path> runs = Files.list(root)) {
            for (Path run : runs.filter(run -> !run.equals(ours)).toList()) {
                files += removed(run);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Path made(Path parent) {
        try {
            return Files.createTempDirectory(parent, "run-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int removed(Path tree) {
        int files = 0;
        try (Stream<Path> all = Files.exists(tree) ? Files.walk(tree) : Stream.empty()) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                files += Files.isRegularFile(path) ? 1 : 0;
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Sha256 hashOf(byte[] bytes) {
        try {
            return new Sha256(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static long crcOf(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private record Staged(Path path, long byteSize, Sha256 sha256, long crc32) implements StagedFile {
        @Override
        public void close() {
            removed(path);
        }
    }

    private record Folder(Path path) implements WorkFolder {
        @Override
        public void close() {
            removed(path);
        }
    }
}
