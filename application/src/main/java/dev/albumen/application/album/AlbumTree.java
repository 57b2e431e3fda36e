package dev.albumen.application.album;

import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.util.List;

/** How albums lie in each other. */
public interface AlbumTree {

    /** Has all other changes of the owner's trees wait until this transaction ends. */
    void lock(UserId owner);

    /** From the top down to the album, which is last; empty where there is no such album. */
    List<AlbumId> path(AlbumId album);

    /** The album and all in it, each before what lies in it; empty where there is no such album. */
    List<AlbumId> within(AlbumId album);

    /** How many levels there are from the album down, itself included; 0 where there is no such album. */
    int height(AlbumId album);
}
