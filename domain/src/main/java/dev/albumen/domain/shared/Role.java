package dev.albumen.domain.shared;

/** What a user may do to the instance, in rising order of power. */
public enum Role {
    USER,
    /** Handles reports, hides content, reads the audit trail. */
    MODERATOR,
    /** Manages users, quotas and settings. */
    ADMIN,
    /** Manages admins, keys and storage. */
    SUPERADMIN;

    /** Whether this role has every power of the other. */
    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
