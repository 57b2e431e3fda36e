package dev.albumen.application.label;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.util.Optional;

/** Whose images something is about. */
public enum LabelScope {
    /** The viewer's own. */
    OWN,
    /** Everybody's; for admins. */
    INSTANCE;

    /** The owner, or nobody for all. Refuses those who may not. */
    Optional<UserId> owner(Viewer viewer) {
        return switch (this) {
            case OWN -> Optional.of(viewer.member().userId());
            case INSTANCE -> {
                UserAccess.mayActAs(viewer, Role.ADMIN);
                yield Optional.empty();
            }
        };
    }
}
