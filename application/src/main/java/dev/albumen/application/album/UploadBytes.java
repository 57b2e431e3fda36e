package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.album.UploadPart;
import dev.albumen.domain.shared.UploadId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What was sent of an upload, at once or in parts. */
public final class UploadBytes {

    private static final int BATCH = 1000;

    private final BlobStore blobs;
    private final UploadParts parts;
    private final Transactions transactions;

    public UploadBytes(BlobStore blobs, UploadParts parts, Transactions transactions) {
        this.blobs = blobs;
        this.parts = parts;
        this.transactions = transactions;
    }

    /** All of it; empty where nothing has come. The caller closes. */
    Optional<BlobStore.Content> open(Upload upload) {
        if (!upload.resumable()) {
            return blobs.open(BlobKey.upload(upload.id()))
                    .map(content -> new BlobStore.Content(content.byteSize(), new StoredStream(content.stream())));
        }
        List<UploadPart> sent = transactions.read(() -> parts.of(upload.id()));
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Iterator<BlobKey> keys = sent.stream().map(part -> BlobKey.uploadPart(upload.id(), part.id())).iterator();
        return Optional.of(new BlobStore.Content(sent.getLast().end(), new JoinedStream(blobs, keys)));
    }

    /** Removes it, wherever it is. */
    void remove(UploadId id) {
        blobs.delete(BlobKey.upload(id));
        List<BlobStore.Stat> batch;
        do {
            batch = blobs.list(BlobKey.uploadParts(id), Optional.empty(), BATCH);
            batch.forEach(part -> blobs.delete(part.key()));
        } while (batch.size() == BATCH);
    }
}
