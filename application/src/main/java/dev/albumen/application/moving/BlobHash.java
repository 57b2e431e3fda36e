package dev.albumen.application.moving;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Reads blobs back. */
final class BlobHash {

    private static final int BUFFER_BYTES = 128 << 10;

    private BlobHash() {}

    /** Of all bytes that the store gives now; empty where it has no such blob. */
    static Optional<Sha256> of(BlobStore store, BlobKey key, Pace pace) {
        Optional<BlobStore.Content> opened = store.open(key);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (BlobStore.Content blob = opened.get(); InputStream bytes = pace.of(blob.stream())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return Optional.of(new Sha256(HexFormat.of().formatHex(digest.digest())));
        } catch (IOException e) {
            throw new DependencyException("the blob " + key + " could not be read to its end", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not in this JDK", e);
        }
    }
}
