package dev.albumen.application.user;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.ReservationId;
import dev.albumen.domain.user.Usage;
import java.time.Instant;
import java.util.Locale;

/** Takes of users' quotas, in the caller's transaction, and notes each time that one of them becomes scarce. */
public final class QuotaTaking {

    private final StorageQuota quota;
    private final AuditTrail audit;

    public QuotaTaking(StorageQuota quota, AuditTrail audit) {
        this.quota = quota;
        this.audit = audit;
    }

    /** {@link StorageQuota#charge} */
    public Usage charge(Viewer viewer, UserId user, long bytes, Instant now) {
        return noted(viewer, user, quota.charge(user, bytes), bytes, now);
    }

    /** {@link StorageQuota#reserve} */
    public Usage reserve(Viewer viewer, UserId user, ReservationId id, long bytes, Instant now) {
        return noted(viewer, user, quota.reserve(user, id, bytes), bytes, now);
    }

    private Usage noted(Viewer viewer, UserId user, Usage usage, long bytes, Instant now) {
        usage.reachedBy(bytes).ifPresent(level -> audit.append(
                AuditEntry.by(viewer, "user.quota-" + level.name().toLowerCase(Locale.ROOT), user, now)
                        .with("bytesLeft", usage.bytesLeft())));
        return usage;
    }
}
