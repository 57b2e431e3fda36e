package dev.albumen.application.album;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UsageLevel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
    private final StorageQuota quota;
    private final UploadBytes bytes;
    private final StagingArea staging;
    private final InstantSource clock;

    public CompleteUpload(
            Transactions transactions, Uploads uploads, UploadImage uploadImage, ImageViews views, StorageQuota quota,
            UploadBytes bytes, StagingArea staging, InstantSource clock) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.uploadImage = uploadImage;
        this.views = views;
        this.quota = quota;
        this.bytes = bytes;
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
        try {
            return completed(viewer, upload);
        } catch (RefusedException | DependencyException failed) {
            // Whoever completed it meanwhile has taken the bytes away.
            return transactions.read(() -> uploads.find(upload.id()).flatMap(now -> Optional.ofNullable(now.result()))
                    .map(result -> again(viewer, result))).orElseThrow(() -> failed);
        }
    }

    private UploadImage.Uploaded completed(Viewer viewer, Upload upload) {
        UploadImage.Uploaded uploaded;
        try (StagingArea.StagedFile file = staged(upload)) {
            uploaded = uploadImage.handle(viewer, new UploadImage.Command(file, upload.file().filename(), upload.album(), List.of(),
                    false, null, null, upload.file().sha256(), upload.id(), null));
        }
        discard(upload.id());
        return uploaded;
    }

    private UploadImage.Uploaded again(Viewer viewer, Upload.Result result) {
        var view = views.find(viewer, result.image()).orElseThrow(Refusal::notFound);
        UsageLevel level = result.duplicate() ? UsageLevel.NORMAL : quota.usage(viewer.member().userId()).orElseThrow(Refusal::notFound).level();
        return new UploadImage.Uploaded(view.shownTo(viewer), result.duplicate(), level);
    }

    private StagingArea.StagedFile staged(Upload upload) {
        long expected = upload.file().byteSize();
        try (BlobStore.Content stored = bytes.open(upload).orElseThrow(CompleteUpload::notThere)) {
            if (upload.resumable() && stored.byteSize() < expected) {
                throw notThere();
            }
            if (stored.byteSize() != expected) {
                throw UploadedBytes.wrongLength(expected, stored.byteSize());
            }
            return staging.stage(stored.stream(), expected);
        }
    }

    private static RuntimeException notThere() {
        return new Refusal.Conflict("upload-incomplete", "The bytes of this upload have not all arrived yet.").thrown();
    }

    /** The image has its own copy. What is left here by a failure, {@link ExpireUploads} finds. */
    private void discard(UploadId id) {
        try {
            bytes.remove(id);
        } catch (DependencyException e) {
            LOG.warn("the bytes of the completed upload {} stay for now", id, e);
        }
    }
}
