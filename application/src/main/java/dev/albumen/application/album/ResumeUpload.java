package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/**
 * Tells where an upload in parts goes on. One whose bytes are all there is completed where that has not come about: its
 * sender will have nothing more to say.
 */
public final class ResumeUpload {

    private final Transactions transactions;
    private final Uploads uploads;
    private final UploadParts parts;
    private final CompleteUpload complete;
    private final InstantSource clock;

    public ResumeUpload(Transactions transactions, Uploads uploads, UploadParts parts, CompleteUpload complete, InstantSource clock) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.parts = parts;
        this.complete = complete;
        this.clock = clock;
    }

    public record Query(UploadId id) {}

    /** @param offset up to where there are bytes */
    public record Progress(Upload upload, long offset) {}

    public Progress handle(Viewer viewer, Query query) {
        viewer.member();
        Progress progress = transactions.read(() -> {
            Upload upload = uploads.find(query.id()).filter(Upload::resumable).orElseThrow(Refusal::notFound);
            upload.requireOwner(viewer);
            if (upload.result() == null) {
                upload.requireOpen(clock.instant());
            }
            return new Progress(upload, parts.received(upload.id()));
        });
        if (progress.upload().result() == null && progress.offset() == progress.upload().file().byteSize()) {
            complete.handle(viewer, new CompleteUpload.Command(query.id()));
        }
        return progress;
    }
}
