package dev.albumen.bootstrap.access;

import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.Role;
import org.jspecify.annotations.Nullable;

/** Everybody who could come. */
enum Person {
    ANONYMOUS(null, null),
    STRANGER(Role.USER, null),
    OWNER(Role.USER, null),
    VIEWER(Role.USER, AlbumRole.VIEWER),
    CONTRIBUTOR(Role.USER, AlbumRole.CONTRIBUTOR),
    MANAGER(Role.USER, AlbumRole.MANAGER),
    MODERATOR(Role.MODERATOR, null),
    ADMIN(Role.ADMIN, null),
    SUPERADMIN(Role.SUPERADMIN, null),
    /** Has a token of before their account was disabled. */
    DISABLED(null, null),
    /** Has a token of a session that they have ended. */
    SIGNED_OUT(null, null),
    /** Brings the token of an unlocked share link where a user's is due. */
    LINK_HOLDER(null, null);

    /** {@code null} where their token names nobody. */
    final @Nullable Role role;

    /** In every album of the owner's but the master; {@code null} where they are no member. */
    final @Nullable AlbumRole membership;

    Person(@Nullable Role role, @Nullable AlbumRole membership) {
        this.role = role;
        this.membership = membership;
    }

    boolean signedIn() {
        return role != null;
    }

    /** Brings a token that is worth nothing, which is refused before anything is looked at. */
    boolean refusedAtTheDoor() {
        return role == null && this != ANONYMOUS;
    }
}
