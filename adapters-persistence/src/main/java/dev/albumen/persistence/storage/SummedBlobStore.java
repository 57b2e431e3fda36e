package dev.albumen.persistence.storage;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.BlobSums;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A store that tells the sums of renditions when they are put, while their bytes are still warm, and has them forgotten
 * when they go. Those of originals are known from their arrival.
 */
public final class SummedBlobStore implements BlobStore {

    /** Pages are full of them, archives never hold them. */
    private static final String THUMBNAIL = "thumbnail-";

    private final BlobStore blobs;
    private final Supplier<BlobSums> sums;

    /** @param sums asked when they are first needed */
    public SummedBlobStore(BlobStore blobs, Supplier<BlobSums> sums) {
        this.blobs = blobs;
        this.sums = sums;
    }

    @Override
    public void put(BlobKey key, Path file) {
        if (!key.value().startsWith(BlobKey.RENDITIONS) || key.fileName().startsWith(THUMBNAIL) || key.content().isEmpty()) {
            blobs.put(key, file);
            return;
        }
        BlobSum sum = sum(file);
        blobs.put(key, file);
        sums.get().keep(key, sum);
    }

    private static BlobSum sum(Path file) {
        CRC32 crc = new CRC32();
        try (InputStream bytes = new CheckedInputStream(Files.newInputStream(file), crc)) {
            return new BlobSum(bytes.transferTo(OutputStream.nullOutputStream()), crc.getValue());
        } catch (IOException e) {
            throw new DependencyException("a file to be kept cannot be read", e);
        }
    }

    @Override
    public Optional<Stat> stat(BlobKey key) {
        return blobs.stat(key);
    }

    @Override
    public Optional<Content> open(BlobKey key) {
        return blobs.open(key);
    }

    @Override
    public Optional<Content> open(BlobKey key, long offset, long length) {
        return blobs.open(key, offset, length);
    }

    @Override
    public Optional<LocalFile> fetch(BlobKey key) {
        return blobs.fetch(key);
    }

    /** What is known goes first: nobody believes in a blob that is gone. */
    @Override
    public void delete(BlobKey key) {
        if (key.content().isPresent() && !key.value().startsWith(BlobKey.LOGOS)) {
            sums.get().forget(key);
        }
        blobs.delete(key);
    }

    @Override
    public List<Stat> list(String prefix, Optional<BlobKey> after, int limit) {
        return blobs.list(prefix, after, limit);
    }
}
