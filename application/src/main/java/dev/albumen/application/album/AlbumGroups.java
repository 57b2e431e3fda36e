package dev.albumen.application.album;

import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.GroupId;
import java.time.Instant;
import java.util.List;

/** The groups of an album: whoever is in one of them is a {@linkplain AlbumMembers member} of the album. */
public interface AlbumGroups {

    /** Gives a group's members a role in the album, or another one. False, and nothing done, where there is no such group. */
    boolean put(AlbumId album, GroupId group, AlbumRole role, Instant now);

    /** False where it was no group of the album itself. */
    boolean remove(AlbumId album, GroupId group);

    /** Takes all groups from the album itself. */
    void clear(AlbumId album);

    /** All groups, those of albums that hold it too, by name; at most 1,000. */
    List<Belonging> list(AlbumId album);

    /** @param inherited whether it belongs to an album that holds this one */
    record Belonging(GroupId groupId, String name, AlbumRole role, Instant since, boolean inherited) {}
}
