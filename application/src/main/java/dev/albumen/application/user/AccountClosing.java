package dev.albumen.application.user;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.UserAccess;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How every account is shut, by its owner or an admin, inside the caller's transaction. */
public final class AccountClosing {

    private final Users users;
    private final Sessions sessions;
    private final AccountAudit audit;
    private final InstantSource clock;

    public AccountClosing(Users users, Sessions sessions, AccountAudit audit, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param policy refuses whoever may not do this to the account */
    void close(Viewer viewer, UserId id, @Nullable Long expectedVersion, Consumer<User> policy) {
        // Superadmins first, then the account: everybody who takes both locks takes them in this order.
        int superadmins = users.lockActive(Role.SUPERADMIN);
        User before = users.lock(id).orElseThrow(Refusal::notFound);
        policy.accept(before);
        before.requireVersion(expectedVersion);
        User after = before.closed(clock.instant());
        UserAccess.mayNotLoseLastSuperadmin(before, after, superadmins);
        users.save(after);
        sessions.endAll(id);
        audit.changed(viewer, "user.close", id);
    }
}
