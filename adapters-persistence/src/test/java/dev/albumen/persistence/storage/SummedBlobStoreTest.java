package dev.albumen.persistence.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobStoreContract;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.InMemoryBlobStore;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummedBlobStoreTest extends BlobStoreContract {

    private static final Sha256 SEA = Sha256.of("sea");
    private static final BlobKey PREVIEW = BlobKey.rendition(SEA, "preview-v1.jpg");
    /** The check value of CRC-32 (ISO-HDLC). */
    private static final BlobSum OF_DIGITS = new BlobSum(9, 0xcbf43926L);

    @TempDir
    private Path folder;

    private final InMemoryBlobSums sums = new InMemoryBlobSums();

    @Override
    protected BlobStore open() {
        return new SummedBlobStore(new InMemoryBlobStore(), () -> sums);
    }

    @Test
    void tellsTheSumsOfRenditions() throws Exception {
        BlobStore blobs = open();
        blobs.put(PREVIEW, file("123456789"));
        blobs.put(BlobKey.rendition(SEA, "thumbnail-v1.jpg"), file("123456789"));
        blobs.put(BlobKey.original(SEA), file("123456789"));

        assertThat(sums.of(List.of(SEA))).isEqualTo(Map.of(PREVIEW, OF_DIGITS));
    }

    @Test
    void hasThemForgottenWithTheirBlobs() throws Exception {
        BlobStore blobs = open();
        blobs.put(PREVIEW, file("123456789"));
        sums.keep(BlobKey.original(SEA), OF_DIGITS);

        blobs.delete(BlobKey.original(SEA));
        assertThat(sums.of(List.of(SEA))).containsOnlyKeys(PREVIEW);
        blobs.delete(PREVIEW);
        assertThat(sums.of(List.of(SEA))).isEmpty();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "file-", ""), text);
    }
}
