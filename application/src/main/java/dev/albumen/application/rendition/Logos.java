package dev.albumen.application.rendition;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobClaims;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.image.Watermark.Motif;
import dev.albumen.domain.image.Watermark;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of logos: users' in the blob store, the instance's in memory. */
public final class Logos {

    private final BlobStore blobs;
    private final BlobClaims claims;
    private final InstanceMark instance;

    public Logos(BlobStore blobs, BlobClaims claims, InstanceMark instance) {
        this.blobs = blobs;
        this.claims = claims;
        this.instance = instance;
    }

    /** Makes the bytes durable, before any row speaks of them. */
    public void keep(Sha256 content, Path file) {
        blobs.put(BlobKey.logo(content), file);
    }

    /**
     * Holds the content against sweepers until the caller's transaction ends.
     *
     * @throws DependencyException where the bytes are gone
     */
    public void claim(Sha256 content) {
        claims.lock(content);
        if (blobs.stat(BlobKey.logo(content)).isEmpty()) {
            throw new DependencyException("the logo is no longer there");
        }
    }

    /** Puts the mark's logo into the folder, under its name. Does nothing for a mark without one. */
    void handOver(Watermark mark, Path folder) {
        if (mark.motif() instanceof Motif.Logo logo) {
            Path file = folder.resolve(logo.fileName());
            try {
                if (instance.logo() != null && logo.content().equals(instance.style().logo())) {
                    Files.write(file, instance.logo());
                } else {
                    copy(BlobKey.logo(logo.content()), file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void copy(BlobKey key, Path file) throws IOException {
        try (BlobStore.Content content = blobs.open(key).orElseThrow(() -> new DependencyException("no blob " + key))) {
            Files.copy(content.stream(), file);
        }
    }
}
