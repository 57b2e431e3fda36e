package dev.albumen.persistence.album;

import dev.albumen.application.album.Albums;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class PostgresAlbums implements Albums {

    private final AlbumRows rows;

    PostgresAlbums(AlbumRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(Album album) {
        rows.save(AlbumRow.of(album, album.version()));
    }

    @Override
    public Optional<Album> find(AlbumId id) {
        return rows.findById(id.value()).map(AlbumRow::toAlbum);
    }

    @Override
    public Optional<Album> master(UserId owner) {
        return rows.findByOwnerIdAndMasterTrue(owner.value()).map(AlbumRow::toAlbum);
    }

    @Override
    public Album save(Album album) {
        if (rows.findByIdAndVersionForUpdate(album.id().value(), album.version()).isEmpty()) {
            throw new LostRaceException();
        }
        AlbumRow next = AlbumRow.of(album, album.version() + 1);
        rows.update(next);
        return next.toAlbum();
    }

    @Override
    public void delete(AlbumId id) {
        rows.deleteById(id.value());
    }
}
