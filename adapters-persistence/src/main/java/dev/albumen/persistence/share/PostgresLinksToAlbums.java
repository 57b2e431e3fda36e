package dev.albumen.persistence.share;

import dev.albumen.application.album.LinksToAlbums;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;

@Singleton
final class PostgresLinksToAlbums implements LinksToAlbums {

    private static final String END = """
            DELETE FROM shares WHERE album_id IN (
                SELECT a.id FROM albums a WHERE a.id = ? OR (a.parent_id IS NOT NULL AND a.path @> ARRAY[CAST(? AS uuid)]))
            """;

    private final Sql sql;

    PostgresLinksToAlbums(Sql sql) {
        this.sql = sql;
    }

    @Override
    public int end(AlbumId album) {
        return sql.change(END, album.value(), album.value());
    }
}
