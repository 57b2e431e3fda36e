package dev.albumen.persistence.album;

import dev.albumen.application.image.ImageViews.Delivery;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.persistence.image.DeliveryRow;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Sql;
import java.util.List;
import java.util.Optional;

/** The query for what an archive takes of an album, in manual order. */
public final class ArchiveQuery {

    private static final String IN_ALBUM = """
            FROM album_images x JOIN images i ON i.id = x.image_id
            WHERE x.album_id = ? AND i.status = 'ready' AND i.trashed_at IS NULL
            """;
    private static final String AFTER = """
            AND (x.position, x.image_id) > (SELECT p.position, p.image_id FROM album_images p WHERE p.album_id = ? AND p.image_id = ?)
            """;

    private ArchiveQuery() {}

    public static List<Delivery> inAlbum(Sql sql, AlbumId album, Optional<ImageId> after, int limit) {
        Query query = new Query().add(DeliveryRow.columns()).add(IN_ALBUM, album.value());
        after.ifPresent(image -> query.add(AFTER, album.value(), image.value()));
        return query.add("ORDER BY x.position, x.image_id LIMIT ?", limit).list(sql, DeliveryRow::read);
    }
}
