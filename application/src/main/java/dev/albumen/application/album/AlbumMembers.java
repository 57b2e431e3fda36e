package dev.albumen.application.album;

import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The named users of an album besides its owner. */
public interface AlbumMembers {

    Optional<AlbumRole> role(AlbumId album, UserId user);

    /** Makes the user a member, or changes the role. False, and nothing done, where there is no such user. */
    boolean put(AlbumId album, UserId user, AlbumRole role, Instant now);

    /** False where the user was no member. */
    boolean remove(AlbumId album, UserId user);

    /** All members, by name; at most 1,000. */
    List<Membership> list(AlbumId album);

    record Membership(UserId userId, String username, String displayName, AlbumRole role, Instant since) {}
}
