package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
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

/** How every upload of several requests begins, in the caller's transaction: noted, and its bytes reserved. */
public final class UploadOpening {

    private final UploadTarget target;
    private final Uploads uploads;
    private final QuotaTaking taking;
    private final UploadRules rules;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public UploadOpening(
            UploadTarget target, Uploads uploads, StorageQuota quota, UploadRules rules, AuditTrail audit, Ids ids, InstantSource clock) {
        this.target = target;
        this.uploads = uploads;
        this.taking = new QuotaTaking(quota, audit);
        this.rules = rules;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** All of them, or none. */
    List<Upload> opened(Viewer viewer, List<Upload.Announced> files, @Nullable AlbumId album, boolean resumable) {
        UserId owner = viewer.member().userId();
        target.require(viewer, album);
        Instant now = clock.instant();
        List<Upload> opened = files.stream().map(file -> new Upload(
                new UploadId(ids.next()), owner, album, file, resumable, now, rules.expiry(now), null)).toList();
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
}
