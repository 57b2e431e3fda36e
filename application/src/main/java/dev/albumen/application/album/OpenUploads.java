package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.application.user.QuotaTaking;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes note of files to come, reserves their bytes, and tells where to put them. All of them, or none. */
public final class OpenUploads {

    private final Transactions transactions;
    private final UploadTarget target;
    private final Uploads uploads;
    private final QuotaTaking taking;
    private final UploadAddresses addresses;
    private final UploadRules rules;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public OpenUploads(
            Transactions transactions, UploadTarget target, Uploads uploads, StorageQuota quota, UploadAddresses addresses,
            UploadRules rules, AuditTrail audit, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.target = target;
        this.uploads = uploads;
        this.taking = new QuotaTaking(quota, audit);
        this.addresses = addresses;
        this.rules = rules;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param album one more album to put them into; {@code null} for the master album alone */
    public record Command(List<Upload.Announced> files, @Nullable AlbumId album) {

        public Command {
            files = List.copyOf(files);
            if (files.isEmpty() || files.size() > UploadLimits.MAX_FILES) {
                throw Refusal.invalid("/files", "wrong-number", "A call announces 1 to " + UploadLimits.MAX_FILES + " files.");
            }
        }
    }

    public record Opened(Upload upload, UploadAddresses.Address address) {}

    /** In the order of the command. */
    public record Batch(List<Opened> uploads) {}

    public Batch handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        command.files().forEach(rules::require);
        return transactions.write(() -> new Batch(opened(viewer, owner, command).stream()
                .map(upload -> new Opened(upload, addresses.issue(ticket(upload)))).toList()));
    }

    private List<Upload> opened(Viewer viewer, UserId owner, Command command) {
        target.require(viewer, command.album());
        Instant now = clock.instant();
        List<Upload> opened = command.files().stream().map(file -> new Upload(new UploadId(ids.next()), owner, command.album(), file,
                now, rules.expiry(now), null)).toList();
        for (Upload upload : opened) {
            taking.reserve(viewer, owner, upload.reservation(), upload.file().byteSize(), now);
            uploads.add(upload);
        }
        // After the reservations: whoever counts then holds the lock that every opening takes.
        if (uploads.open(owner) > UploadLimits.MAX_OPEN) {
            throw new Refusal.Conflict("too-many-uploads", "Complete or abort some of your open uploads first: there may be "
                    + UploadLimits.MAX_OPEN + ".").thrown();
        }
        audit.append(AuditEntry.by(viewer, "upload.open", opened.getFirst().id(), now).with("files", opened.size()));
        return opened;
    }

    static UploadAddresses.Ticket ticket(Upload upload) {
        Upload.Announced file = upload.file();
        return new UploadAddresses.Ticket(upload.id(), file.byteSize(), file.mediaType(), file.sha256(), upload.expiresAt());
    }
}
