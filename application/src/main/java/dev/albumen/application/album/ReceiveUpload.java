package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.storage.UploadPasses;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import java.io.InputStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of an upload at an address that this service has signed, from whoever has that. They replace what came
 * before, and on return they are durable.
 */
public final class ReceiveUpload {

    private final Transactions transactions;
    private final Uploads uploads;
    private final UploadPasses passes;
    private final StagingArea staging;
    private final BlobStore blobs;
    private final InstantSource clock;

    public ReceiveUpload(
            Transactions transactions, Uploads uploads, UploadPasses passes, StagingArea staging, BlobStore blobs, InstantSource clock) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.passes = passes;
        this.staging = staging;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * @param byteSize as the sender says; {@code null} where they don't
     * @param mediaType likewise, without parameters
     * @param bytes read only where everything else is right; the caller closes
     */
    public record Command(UploadId id, String signature, @Nullable Long byteSize, @Nullable String mediaType, InputStream bytes) {}

    /** @param viewer whoever it is: the signature is what lets them in */
    public void handle(Viewer viewer, Command command) {
        Upload upload = transactions.read(() -> uploads.find(command.id())).orElseThrow(Refusal::notFound);
        if (!passes.isSigned(OpenUploads.ticket(upload), command.signature())) {
            throw Refusal.notFound();
        }
        upload.requireOpen(clock.instant());
        requireAnnounced(upload.file(), command);
        try (StagingArea.StagedFile file = staged(upload.file(), command.bytes())) {
            blobs.put(BlobKey.upload(upload.id()), file.path());
        }
    }

    private static void requireAnnounced(Upload.Announced file, Command command) {
        if (!file.mediaType().equals(command.mediaType())) {
            throw new Refusal.UnsupportedType("This address takes " + file.mediaType() + " alone.").thrown();
        }
        if (command.byteSize() != null && command.byteSize() != file.byteSize()) {
            throw UploadedBytes.wrongLength(file.byteSize(), command.byteSize());
        }
    }

    private StagingArea.StagedFile staged(Upload.Announced file, InputStream bytes) {
        StagingArea.StagedFile staged = staging.stage(bytes, file.byteSize());
        try {
            if (staged.byteSize() != file.byteSize()) {
                throw UploadedBytes.wrongLength(file.byteSize(), staged.byteSize());
            }
            UploadedBytes.requireChecksum(file.sha256(), staged.sha256());
            return staged;
        } catch (RuntimeException refused) {
            staged.close();
            throw refused;
        }
    }
}
