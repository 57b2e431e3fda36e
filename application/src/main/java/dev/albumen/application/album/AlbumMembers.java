package dev.albumen.application.album;

import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The users who see an album besides its owner, named one by one or in its {@linkplain AlbumGroups groups}. Who is a member of an album is one of every album in it, and is there the
 * most that any of these albums makes them.
 */
public interface AlbumMembers {

    /** What the user is to the album, by itself or by one that holds it, alone or by a group. */
    Optional<AlbumRole> role(AlbumId album, UserId user);

    /** Makes the user by themselves a member of the album itself, or changes the role. False, and nothing done, where there is no such user. */
    boolean put(AlbumId album, UserId user, AlbumRole role, Instant now);

    /** False where the user was by themselves no member of the album itself. */
    boolean remove(AlbumId album, UserId user);

    /** All members, by name; at most 1,000. */
    List<Membership> list(AlbumId album);

    /**
     * @param inherited whether an album that holds this one makes them what they are
     * @param byGroup whether a group does
     */
    record Membership(UserId userId, String username, String displayName, AlbumRole role, Instant since, boolean inherited, boolean byGroup) {}
}
