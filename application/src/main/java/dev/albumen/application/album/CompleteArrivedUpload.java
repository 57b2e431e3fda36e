package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.Users;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes an upload whose bytes were put into the store at an address of their own, and whose client did not come back
 * to say so. What its owner could not complete, or what has ended, is left alone.
 */
public final class CompleteArrivedUpload {

    private static final Logger LOG = LoggerFactory.getLogger(CompleteArrivedUpload.class);

    private final Transactions transactions;
    private final Uploads uploads;
    private final Users users;
    private final CompleteUpload complete;
    private final InstantSource clock;

    public CompleteArrivedUpload(
            Transactions transactions, Uploads uploads, Users users, CompleteUpload complete, InstantSource clock) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.users = users;
        this.complete = complete;
        this.clock = clock;
    }

    public record Command(UploadId id) {}

    /** Whether there is an image now by this. */
    public boolean handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        Optional<Upload> upload = transactions.read(() -> uploads.find(command.id())).filter(this::waits);
        Optional<User> owner = upload.flatMap(found -> transactions.read(() -> users.find(found.ownerId()))).filter(User::active);
        if (owner.isEmpty()) {
            return false;
        }
        // Nobody is signed in for this; the upload stands in for a session.
        Viewer.Member asOwner = new Viewer.Member(owner.get().id(), owner.get().role(), new SessionId(command.id().value()));
        try {
            complete.handle(asOwner, new CompleteUpload.Command(command.id()));
            return true;
        } catch (RefusedException refused) {
            LOG.info("the upload {} has arrived and is not taken: {}", command.id(), refused.refusal().detail());
            return false;
        }
    }

    private boolean waits(Upload upload) {
        return upload.result() == null && !upload.resumable() && clock.instant().isBefore(upload.expiresAt());
    }
}
