package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Shows their owner how an upload stands. */
public final class ViewUpload {

    private final Transactions transactions;
    private final Uploads uploads;
    private final InstantSource clock;

    public ViewUpload(Transactions transactions, Uploads uploads, InstantSource clock) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.clock = clock;
    }

    public record Query(UploadId id) {}

    public enum State { OPEN, COMPLETED, EXPIRED }

    public record Seen(Upload upload, State state) {}

    public Seen handle(Viewer viewer, Query query) {
        viewer.member();
        Upload upload = transactions.read(() -> uploads.find(query.id())).orElseThrow(Refusal::notFound);
        upload.requireOwner(viewer);
        if (upload.result() != null) {
            return new Seen(upload, State.COMPLETED);
        }
        return new Seen(upload, clock.instant().isBefore(upload.expiresAt()) ? State.OPEN : State.EXPIRED);
    }
}
