package dev.albumen.application.storage;

import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Finds out sizes and checksums that nobody remembers, by reading the blobs, and has them remembered. */
public final class SumReader {

    private final BlobStore blobs;
    private final BlobSums sums;

    public SumReader(BlobStore blobs, BlobSums sums) {
        this.blobs = blobs;
        this.sums = sums;
    }

    /**
     * Reads the blob, if the store that it was put into has not told meanwhile.
     *
     * @param key of an original or a rendition
     * @throws DependencyException where there is no such blob, or it cannot be read
     */
    public BlobSum read(BlobKey key) {
        BlobSum told = sums.of(List.of(key.content().orElseThrow())).get(key);
        if (told != null) {
            return told;
        }
        CRC32 crc = new CRC32();
        try (BlobStore.Content blob = blobs.open(key).orElseThrow(() -> new DependencyException("no blob " + key));
                InputStream bytes = new CheckedInputStream(blob.stream(), crc)) {
            BlobSum sum = new BlobSum(bytes.transferTo(OutputStream.nullOutputStream()), crc.getValue());
            sums.keep(key, sum);
            return sum;
        } catch (IOException e) {
            throw new DependencyException("a blob could not be read", e);
        }
    }
}
