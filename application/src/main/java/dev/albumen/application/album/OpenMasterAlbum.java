package dev.albumen.application.album;

import dev.albumen.application.shared.Ids;
import dev.albumen.application.user.AccountOpened;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.user.User;

/** Gives every new account the album that will hold everything it uploads. */
public final class OpenMasterAlbum implements AccountOpened {

    private final Albums albums;
    private final Ids ids;

    public OpenMasterAlbum(Albums albums, Ids ids) {
        this.albums = albums;
        this.ids = ids;
    }

    @Override
    public void opened(User user) {
        albums.add(Album.master(new AlbumId(ids.next()), user.id(), user.createdAt()));
    }
}
