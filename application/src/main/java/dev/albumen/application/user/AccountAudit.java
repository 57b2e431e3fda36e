package dev.albumen.application.user;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.audit.AuditEntry.Level;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Session;
import dev.albumen.domain.user.User;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the audit trail keeps of accounts. Each call adds one entry in the caller's transaction. */
public final class AccountAudit {

    private final AuditTrail trail;
    private final InstantSource clock;

    public AccountAudit(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** An ordinary change. */
    void changed(Viewer viewer, String action, Object resource) {
        append(viewer.user().orElse(null), action, Level.INFO, resource, Map.of());
    }

    /** What somebody did to become a user. */
    void began(User user, String action) {
        append(user.id(), action, Level.INFO, user.id(), Map.of());
    }

    /** A change of what protects accounts. */
    void secured(Viewer viewer, String action, Object resource) {
        append(viewer.user().orElse(null), action, Level.SECURITY, resource, Map.of());
    }

    void roleChanged(Viewer viewer, User before, Role now) {
        append(viewer.user().orElse(null), "user.change-role", Level.SECURITY, before.id(),
                Map.of("from", name(before.role()), "to", name(now)));
    }

    /** Somebody is known by an identity of a provider from now on. */
    void connected(User user, String provider) {
        append(user.id(), "user.connect-identity", Level.SECURITY, user.id(), Map.of("provider", provider));
    }

    /** A provider's word put somebody into a group, or out of it. */
    void placed(User user, String action, GroupId group) {
        append(null, action, Level.INFO, group, Map.of("user", user.id().toString()));
    }

    /** Somebody brought a token that was spent before. */
    void tokenReused(Session session) {
        append(session.userId(), "session.refresh-token-reused", Level.SECURITY, session.id(), Map.of());
    }

    /** Somebody guesses passwords. */
    void guessed(String limit, String address) {
        append(null, "session.start-refused", Level.SECURITY, null, Map.of("limit", limit, "address", address));
    }

    private void append(@Nullable UserId who, String action, Level level, @Nullable Object resource, Map<String, String> metadata) {
        trail.append(new AuditEntry(who, action, level, resource == null ? null : resource.toString(), metadata, clock.instant()));
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
