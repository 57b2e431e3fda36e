package dev.albumen.persistence.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.share.ProjectViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.persistence.image.ImageViewRow;
import dev.albumen.persistence.shared.KeptPages;
import dev.albumen.persistence.shared.Lookups;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what it has read while nothing changes, as the other views of links do. */
@Singleton
final class PostgresProjectViews implements ProjectViews {

    private static final Order BY_TITLE = Order.by("folded(a.title) COLLATE \"C\"", "text", "a.id", false);
    private static final Order ANY = Order.byId("i.id", false);
    private static final String SHOWN = "i.status = 'ready' AND i.trashed_at IS NULL";
    private static final String COLUMNS = """
            SELECT a.id, a.parent_id, a.title, a.description, a.ready_count, a.sort
            , coalesce(
                (SELECT i.id FROM album_images x JOIN images i ON i.id = x.image_id
                    WHERE x.album_id = a.id AND x.image_id = a.cover_image_id AND\s""" + SHOWN + """
            ),
                (SELECT i.id FROM album_images x JOIN images i ON i.id = x.image_id
                    WHERE x.album_id = a.id AND\s""" + SHOWN + """
             ORDER BY x.position, x.image_id LIMIT 1)) AS cover_id
            """;
    private static final String WITHIN = """
            FROM albums a WHERE a.parent_id IS NOT NULL AND a.path @> ARRAY[CAST(? AS uuid)] AND a.id <> ?
            """;

    private static final String HOLDING = """
            SELECT a.id FROM album_images x JOIN albums a ON a.id = x.album_id
                JOIN images i ON i.id = x.image_id AND\s""" + SHOWN + """
             WHERE x.image_id = ? AND a.parent_id IS NOT NULL AND a.path @> ARRAY[CAST(? AS uuid)] AND a.id <> ?
            ORDER BY cardinality(a.path), a.id LIMIT 1
            """;

    private final KeptPages<Asked, Page<SharedAlbum>> pages;
    private final Lookups lookups;

    /** @param page of the albums in the album; {@code null} for the album itself */
    private record Asked(AlbumId project, AlbumId album, @Nullable PageRequest page) {}

    PostgresProjectViews(Lookups lookups) {
        this.pages = lookups.pages();
        this.lookups = lookups;
    }

    /** An album before its cover is read. */
    private record Uncovered(SharedAlbum album, @Nullable UUID cover) {

        static Uncovered read(Row row) throws SQLException {
            return new Uncovered(new SharedAlbum(new AlbumId(row.uuid("id")), new AlbumId(row.uuid("parent_id")), row.text("title"),
                    row.text("description"), row.integer("ready_count"), AlbumSort.of(row.text("sort")).orElseThrow(), null),
                    row.uuidOrNull("cover_id"));
        }

        SharedAlbum covered(Map<UUID, ImageView> covers) {
            return new SharedAlbum(album.id(), album.parentId(), album.title(), album.description(), album.imageCount(), album.sort(),
                    cover == null ? null : covers.get(cover));
        }
    }

    @Override
    public Optional<SharedAlbum> find(AlbumId project, AlbumId album) {
        return pages.page(new Asked(project, album, null), () -> covered(within(project).add("AND a.id = ?", album.value())
                .page(lookups.sql(), BY_TITLE, PageRequest.first(1), Uncovered::read))).items().stream().findFirst();
    }

    @Override
    public Optional<AlbumId> holding(AlbumId project, ImageId image) {
        return lookups.sql().find(HOLDING, row -> new AlbumId(row.uuid("id")), image.value(), project.value(), project.value());
    }

    @Override
    public Page<SharedAlbum> list(AlbumId project, AlbumId holder, PageRequest page) {
        return pages.page(new Asked(project, holder, page), () -> covered(within(project).add("AND a.parent_id = ?", holder.value())
                .page(lookups.sql(), BY_TITLE, page, Uncovered::read)));
    }

    private static Query within(AlbumId project) {
        return new Query().add(COLUMNS).add(BY_TITLE.column()).add(WITHIN, project.value(), project.value());
    }

    private Page<SharedAlbum> covered(Page<Uncovered> albums) {
        UUID[] covers = albums.items().stream().map(Uncovered::cover).filter(Objects::nonNull).toArray(UUID[]::new);
        Map<UUID, ImageView> known = covers.length == 0 ? Map.of() : ImageViewRow.selectShared(ANY)
                .add("FROM images i WHERE i.id = ANY (?) AND " + SHOWN, (Object) covers).list(lookups.sql(), ImageViewRow::read).stream()
                .collect(Collectors.toMap(view -> view.image().id().value(), Function.identity(), (one, same) -> one));
        return albums.map(album -> album.covered(known));
    }
}
