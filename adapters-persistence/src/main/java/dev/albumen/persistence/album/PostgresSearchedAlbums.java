package dev.albumen.persistence.album;

import dev.albumen.application.album.SearchedAlbums;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Triggers note whose images have changed. A note that is not committed yet is left for the next time. */
@Singleton
final class PostgresSearchedAlbums implements SearchedAlbums {

    private static final String TAKE = """
            DELETE FROM searches_due WHERE owner_id = (SELECT owner_id FROM searches_due ORDER BY id LIMIT 1) RETURNING owner_id
            """;
    private static final String ALBUMS = "SELECT id FROM albums WHERE owner_id = ? AND search_id IS NOT NULL ORDER BY id";

    private final Sql sql;

    PostgresSearchedAlbums(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<AlbumId> of(UserId owner) {
        return of(owner.value());
    }

    private List<AlbumId> of(UUID owner) {
        return sql.list(ALBUMS, row -> new AlbumId(row.uuid("id")), owner);
    }

    @Override
    public Optional<List<AlbumId>> due() {
        sql.requireTransaction();
        List<UUID> owners = sql.list(TAKE, row -> row.uuid("owner_id"));
        return owners.isEmpty() ? Optional.empty() : Optional.of(of(owners.getFirst()));
    }
}
