package dev.albumen.application.album;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UsageLevel;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an image of an upload's bytes, wherever they were put: they are read again, and go the way of every other upload.
 * Completing twice gives the same image twice. What is refused stays open, so that other bytes can be sent.
 */
public final class CompleteUpload {

    private static final Logger LOG = LoggerFactory.getLogger(CompleteUpload.class);

    private final Transactions transactions;
    private final Uploads uploads;
    private final UploadImage uploadImage;
    private final ImageViews views;
    private final BlobStore blobs;
    private final StagingArea staging;
    private final InstantSource clock;

    public CompleteUpload(
            Transactions transactions, Uploads uploads, UploadImage uploadImage, ImageViews views, BlobStore blobs, StagingArea staging,
            InstantSource clock) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.uploadImage = uploadImage;
        this.views = views;
        this.blobs = blobs;
        this.staging = staging;
        this.clock = clock;
    }

    public record Command(UploadId id) {}

    public UploadImage.Uploaded handle(Viewer viewer, Command command) {
        viewer.member();
        Upload upload = transactions.read(() -> uploads.find(command.id())).orElseThrow(Refusal::notFound);
        upload.requireOwner(viewer);
        if (upload.result() != null) {
            return transactions.read(() -> again(viewer, upload.result()));
        }
        upload.requireOpen(clock.instant());
        UploadImage.Uploaded uploaded;
        try (StagingArea.StagedFile file = staged(upload)) {
            uploaded = uploadImage.handle(viewer, new UploadImage.Command(file, upload.file().filename(), upload.album(), List.of(),
                    false, null, null, upload.file().sha256(), upload.id()));
        }
        discard(upload.id());
        return uploaded;
    }

    private UploadImage.Uploaded again(Viewer viewer, Upload.Result result) {
        var view = views.find(viewer, result.image()).orElseThrow(Refusal::notFound);
        return new UploadImage.Uploaded(view.shownTo(viewer), result.duplicate(), UsageLevel.NORMAL);
    }

    private StagingArea.StagedFile staged(Upload upload) {
        long expected = upload.file().byteSize();
        try (BlobStore.Content stored = blobs.open(BlobKey.upload(upload.id())).orElseThrow(CompleteUpload::nothingThere)) {
            if (stored.byteSize() != expected) {
                throw UploadedBytes.wrongLength(expected, stored.byteSize());
            }
            return staging.stage(new StoredStream(stored.stream()), expected);
        }
    }

    private static RuntimeException nothingThere() {
        return new Refusal.Conflict("upload-incomplete", "The bytes of this upload have not arrived yet.").thrown();
    }

    /** The image has its own copy. What is left here by a failure, {@link ExpireUploads} finds. */
    private void discard(UploadId id) {
        try {
            blobs.delete(BlobKey.upload(id));
        } catch (DependencyException e) {
            LOG.warn("the bytes of the completed upload {} stay for now", id, e);
        }
    }
}
