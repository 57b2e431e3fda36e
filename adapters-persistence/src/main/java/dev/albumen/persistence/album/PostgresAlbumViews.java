package dev.albumen.persistence.album;

import dev.albumen.application.album.AlbumView;
import dev.albumen.application.album.AlbumViews;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews.Delivery;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.persistence.image.DeliveryRow;
import dev.albumen.persistence.image.ImageViewRow;
import dev.albumen.persistence.shared.Lookups;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresAlbumViews implements AlbumViews {

    private static final Order NEWEST = Order.byId("a.id", true);
    private static final String TITLE = "folded(a.title) COLLATE \"C\"";
    private static final String WORDS = """
            AND folded(a.title || ' ' || a.description) LIKE '%' || replace(replace(replace(folded(?), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
            """;
    private static final String OWN = """
            AND a.id IN (SELECT o.id FROM albums o WHERE o.owner_id = ?
                UNION ALL SELECT j.album_id FROM album_members j WHERE j.user_id = ?
                UNION ALL SELECT n.id FROM album_members j JOIN albums n ON n.parent_id IS NOT NULL AND n.path @> ARRAY[j.album_id]
                    WHERE j.user_id = ?)
            """;
    private static final String IN_ALBUM =
            "FROM album_images x JOIN images i ON i.id = x.image_id WHERE x.album_id = ? AND i.trashed_at IS NULL";

    private final Sql sql;
    private final Lookups lookups;

    PostgresAlbumViews(Sql sql, Lookups lookups) {
        this.sql = sql;
        this.lookups = lookups;
    }

    @Override
    public Optional<AlbumView> find(Viewer viewer, AlbumId id) {
        Seer seer = Seer.of(viewer);
        Query query = AlbumViewRow.select(seer, NEWEST).add("AND a.id = ?", id.value());
        AlbumViewRow.seen(query, seer);
        return query.find(sql, AlbumViewRow::read);
    }

    @Override
    public Page<AlbumView> list(Viewer viewer, Search search, PageRequest page) {
        Seer seer = Seer.of(viewer);
        Order order = order(search.sort());
        Query query = AlbumViewRow.select(seer, order);
        if (search.owner() != null) {
            query.add("AND a.owner_id = ?", search.owner().value());
        }
        if (search.owner() == null && !(search.place() instanceof Place.In)) {
            query.add(OWN, seer.id(), seer.id(), seer.id());
        } else if (search.owner() == null || !seer.is(search.owner())) {
            AlbumViewRow.found(query, seer);
        }
        switch (search.place()) {
            case null -> {}
            case Place.Top top -> query.add("AND p.id IS NULL");
            case Place.In(AlbumId holder) -> query.add("AND a.parent_id = ? AND p.id IS NOT NULL", holder.value());
        }
        query.addIf(search.visibility(), "AND a.visibility = ?", AlbumRow::name);
        query.addIf(search.words(), WORDS, words -> words);
        return query.page(sql, order, page, AlbumViewRow::read);
    }

    @Override
    public Page<AlbumView> catalogue(Viewer viewer, @Nullable String words, PageRequest page) {
        Query query = AlbumViewRow.select(Seer.of(viewer), NEWEST).add("AND a.visibility = 'public'");
        query.addIf(words, WORDS, typed -> typed);
        return query.page(sql, NEWEST, page, AlbumViewRow::read);
    }

    @Override
    public Page<ImageView> images(Viewer viewer, AlbumId album, AlbumSort sort, PageRequest page) {
        Seer seer = Seer.of(viewer);
        Order order = AlbumImageOrders.of(sort);
        Query query = ImageViewRow.select(seer, order).add(IN_ALBUM, album.value());
        if (!seer.all()) {
            query.add("AND (i.owner_id = ? OR i.status = 'ready')", seer.id());
        }
        return query.page(lookups.sql(), order, page, ImageViewRow::read);
    }

    @Override
    public Page<Delivery> entries(AlbumId album, PageRequest page) {
        Order order = AlbumImageOrders.of(AlbumSort.MANUAL);
        return DeliveryRow.select(order).add(IN_ALBUM, album.value()).add("AND i.status = 'ready'")
                .page(sql, order, page, DeliveryRow::read);
    }

    private static Order order(Sort sort) {
        return switch (sort) {
            case CREATED_AT -> Order.byId("a.id", false);
            case CREATED_AT_DESCENDING -> NEWEST;
            case TITLE -> Order.by(TITLE, "text", "a.id", false);
            case TITLE_DESCENDING -> Order.by(TITLE, "text", "a.id", true);
            case UPDATED_AT_DESCENDING -> Order.by("a.updated_at", "timestamptz", "a.id", true);
        };
    }
}
