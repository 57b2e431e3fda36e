package dev.albumen.application.album;

import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.album.UploadPart;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Adds bytes to a resumable upload, on any node. What arrives of a request that breaks off is kept; on return it is
 * durable. The last byte completes the upload.
 */
public final class AppendToUpload {

    private final Transactions transactions;
    private final Uploads uploads;
    private final UploadParts parts;
    private final CompleteUpload complete;
    private final StagingArea staging;
    private final BlobStore blobs;
    private final Ids ids;
    private final InstantSource clock;

    public AppendToUpload(
            Transactions transactions, Uploads uploads, UploadParts parts, CompleteUpload complete, StagingArea staging, BlobStore blobs,
            Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.parts = parts;
        this.complete = complete;
        this.staging = staging;
        this.blobs = blobs;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param offset where the bytes begin
     * @param bytes the caller closes
     * @param checksum that all of them have; {@code null} where the sender does not say
     */
    public record Command(UploadId id, long offset, InputStream bytes, @Nullable PartChecksum checksum) {}

    /**
     * @param offset up to where there are bytes now
     * @param uploaded what became of it, where it is complete
     */
    public record Appended(Upload upload, long offset, Optional<UploadImage.Uploaded> uploaded) {}

    /** Empty, with nothing kept, where the bytes do not have their checksum. */
    public Optional<Appended> handle(Viewer viewer, Command command) {
        viewer.member();
        Upload upload = transactions.read(() -> required(viewer, uploads.find(command.id()), command.offset()));
        OptionalLong received = received(upload, command);
        if (received.isEmpty()) {
            return Optional.empty();
        }
        long offset = command.offset() + received.getAsLong();
        return Optional.of(new Appended(upload, offset, offset < upload.file().byteSize()
                ? Optional.empty()
                : Optional.of(complete.handle(viewer, new CompleteUpload.Command(upload.id())))));
    }

    private Upload required(Viewer viewer, Optional<Upload> found, long offset) {
        Upload upload = found.filter(Upload::resumable).orElseThrow(Refusal::notFound);
        upload.requireOwner(viewer);
        upload.requireOpen(clock.instant());
        requireOffset(upload.id(), offset);
        return upload;
    }

    private void requireOffset(UploadId id, long offset) {
        long received = parts.received(id);
        if (offset != received) {
            throw new Refusal.Conflict("offset-mismatch", "There are " + received + " bytes, so the next is not at " + offset + ".").thrown();
        }
    }

    private OptionalLong received(Upload upload, Command command) {
        PartStream bytes = new PartStream(command.bytes(), command.checksum());
        try (StagingArea.StagedFile file = staging.stage(bytes, upload.file().byteSize() - command.offset())) {
            if (!bytes.hasChecksum()) {
                return OptionalLong.empty();
            }
            if (file.byteSize() > 0) {
                keep(upload, new UploadPart(ids.next(), command.offset(), file.byteSize()), file);
            }
            return OptionalLong.of(file.byteSize());
        }
    }

    private void keep(Upload upload, UploadPart part, StagingArea.StagedFile file) {
        BlobKey key = BlobKey.uploadPart(upload.id(), part.id());
        blobs.put(key, file.path());
        try {
            transactions.writing(() -> {
                uploads.lock(upload.id()).orElseThrow(Refusal::notFound).requireOpen(clock.instant());
                requireOffset(upload.id(), part.startsAt());
                parts.append(upload.id(), part);
            });
        } catch (RefusedException lost) {
            blobs.delete(key);
            throw lost;
        }
    }
}
