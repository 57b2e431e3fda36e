package dev.albumen.persistence.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews.Delivery;
import dev.albumen.application.share.ShareKey;
import dev.albumen.application.share.ShareViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.album.AlbumImageOrders;
import dev.albumen.persistence.image.DeliveryRow;
import dev.albumen.persistence.image.ImageViewRow;
import dev.albumen.persistence.shared.JointLookup;
import dev.albumen.persistence.shared.KeptFinds;
import dev.albumen.persistence.shared.KeptPages;
import dev.albumen.persistence.shared.Lookups;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresShareViews implements ShareViews {

    private static final Order NEWEST = Order.byId("s.id", true);
    private static final Order ONE = Order.byId("i.id", true);
    private static final String LISTED = "SELECT s.id, " + ShareRow.COLUMNS + ShareRow.COUNTS
            + "FROM shares s JOIN share_counts c ON c.share_id = s.id WHERE s.owner_id = ?";
    private static final String OPENING =
            "AND s.active AND (s.starts_at IS NULL OR s.starts_at <= ?) AND (s.expires_at IS NULL OR s.expires_at > ?)";
    private static final String WORDS = "AND strpos(folded(s.label), folded(?)) > 0";
    private static final String SHOWN = "AND i.status = 'ready' AND i.trashed_at IS NULL";
    static final String OF_ALBUM = "FROM album_images x JOIN images i ON i.id = x.image_id WHERE x.album_id = ? " + SHOWN;
    /** Of one image in whatever album of a project. */
    private static final String OF_PROJECT = """
            FROM images i WHERE EXISTS (SELECT 1 FROM album_images x JOIN albums w ON w.id = x.album_id
                WHERE x.image_id = i.id AND w.path @> ARRAY[CAST(? AS uuid)])
            """ + SHOWN;
    static final String OF_IMAGE = "FROM images i WHERE i.id = ? " + SHOWN;
    private static final String OPEN_DELIVERIES = DeliveryRow.columns() + ", asked.token, asked.slug AS asked_slug, asked.image_id AS asked_id, "
            + OpenedRow.FACTS + KeptFinds.STATE + OpenedRow.FROM.replace("unnest(?, ?) AS asked (token, slug)", "unnest(?, ?, ?) AS asked (token, slug, image_id)") + """
                LEFT JOIN images i ON i.id = asked.image_id AND i.status = 'ready' AND i.trashed_at IS NULL AND\s""" + SharedImages.OF_LINK;

    /** Every byte and page of a link is asked for here, so callers share statements. */
    private final JointLookup<ShareKey, Opened> opened;
    private final JointLookup<AskedDelivery, OpenedDelivery> deliveries;
    private final KeptPages<Asked, Page<ImageView>> pages;
    private final Leaves leaves;
    private final Lookups lookups;
    private final Sql sql;

    private record Asked(AlbumId album, AlbumSort sort, PageRequest page) {}

    private record AskedDelivery(ShareKey link, ImageId image) {}

    PostgresShareViews(Sql sql, Lookups lookups) {
        this.opened = lookups.joint("share", this::opened);
        this.deliveries = lookups.joint("share-delivery", this::deliveries);
        this.pages = lookups.pages();
        this.leaves = new Leaves(lookups);
        this.lookups = lookups;
        this.sql = sql;
    }

    @Override
    public Page<Counted> list(UserId owner, Search search, PageRequest page, Instant now) {
        Query query = new Query().add(LISTED, owner.value());
        switch (search.resource()) {
            case null -> {}
            case SharedResource.OfAlbum(AlbumId id) -> query.add("AND s.album_id = ? AND NOT s.with_albums", id.value());
            case SharedResource.OfProject(AlbumId id) -> query.add("AND s.album_id = ? AND s.with_albums", id.value());
            case SharedResource.OfImage(ImageId id) -> query.add("AND s.image_id = ?", id.value());
        }
        switch (search.state()) {
            case null -> {}
            case ACTIVE -> query.add(OPENING, now, now).add("AND (s.max_views IS NULL OR c.views < s.max_views)");
            case INACTIVE -> query.add("AND NOT s.active");
            case SCHEDULED -> query.add("AND s.active AND s.starts_at > ?", now);
            case EXPIRED -> query.add("AND s.expires_at <= ?", now);
            case USED_UP -> query.add(OPENING, now, now).add("AND c.views >= s.max_views");
        }
        query.addIf(search.words(), WORDS, words -> words);
        return query.page(sql, NEWEST, page, row -> new Counted(ShareRow.read(row), ShareRow.used(row)));
    }

    @Override
    public Optional<Opened> open(ShareKey key) {
        return opened.find(key);
    }

    private void opened(Sql own, List<ShareKey> asked, KeptFinds.Sighting<ShareKey, Opened> sighting) {
        own.list(OpenedRow.OPEN, row -> sighting.add(row, OpenedRow.key(row), OpenedRow.read(row)),
                OpenedRow.hashes(asked.stream()), OpenedRow.slugs(asked.stream()));
    }

    @Override
    public Optional<OpenedDelivery> openDelivery(ShareKey key, ImageId image) {
        return deliveries.find(new AskedDelivery(key, image));
    }

    @Override
    public CompletionStage<Optional<OpenedDelivery>> askDelivery(ShareKey key, ImageId image) {
        return deliveries.ask(new AskedDelivery(key, image));
    }

    private void deliveries(Sql own, List<AskedDelivery> asked, KeptFinds.Sighting<AskedDelivery, OpenedDelivery> sighting) {
        own.list(OPEN_DELIVERIES, row -> sighting.add(row,
                        new AskedDelivery(OpenedRow.key(row), new ImageId(row.uuid("asked_id"))),
                        new OpenedDelivery(OpenedRow.facts(row), deliveryOrNull(row))),
                OpenedRow.hashes(asked.stream().map(AskedDelivery::link)), OpenedRow.slugs(asked.stream().map(AskedDelivery::link)),
                asked.stream().map(each -> each.image().value()).toArray(UUID[]::new));
    }

    @PreDestroy
    void close() {
        opened.close();
        deliveries.close();
    }

    @Override
    public Page<ImageView> images(SharedResource resource, AlbumSort sort, PageRequest page) {
        return switch (resource) {
            case SharedResource.OfAlbum(AlbumId album) -> images(album, sort, page);
            case SharedResource.OfProject(AlbumId album) -> images(album, sort, page);
            case SharedResource.OfImage(ImageId image) ->
                    ImageViewRow.selectShared(ONE).add(OF_IMAGE, image.value()).page(sql, ONE, page, ImageViewRow::read);
        };
    }

    private Page<ImageView> images(AlbumId album, AlbumSort sort, PageRequest page) {
        Order order = AlbumImageOrders.of(sort);
        return pages.page(new Asked(album, sort, page), () -> ImageViewRow.selectShared(order)
                .add(OF_ALBUM, album.value()).page(lookups.sql(), order, page, ImageViewRow::read));
    }

    @Override
    public Optional<ImageView> image(SharedResource resource, ImageId id) {
        Query query = ImageViewRow.selectShared(ONE);
        switch (resource) {
            case SharedResource.OfAlbum(AlbumId album) -> query.add(OF_ALBUM, album.value());
            case SharedResource.OfProject(AlbumId album) -> query.add(OF_PROJECT, album.value());
            case SharedResource.OfImage(ImageId image) -> query.add(OF_IMAGE, image.value());
        }
        return query.add("AND i.id = ?", id.value()).find(sql, ImageViewRow::read);
    }

    @Override
    public Optional<Leaf> leaf(SharedResource resource, AlbumSort sort, @Nullable ImageId from, int size) {
        return leaves.leaf(resource, sort, from, size);
    }

    @Override
    public Optional<Framed> framed(SharedResource resource, AlbumSort sort, ImageId id, int leafSize) {
        return leaves.framed(resource, sort, id, leafSize);
    }

    @Override
    public Page<Delivery> entries(SharedResource resource, PageRequest page) {
        return switch (resource) {
            case SharedResource.OfAlbum(AlbumId album) -> entries(album, page);
            case SharedResource.OfProject(AlbumId album) -> entries(album, page);
            case SharedResource.OfImage(ImageId image) ->
                    DeliveryRow.select(ONE).add(OF_IMAGE, image.value()).page(sql, ONE, page, DeliveryRow::read);
        };
    }

    private Page<Delivery> entries(AlbumId album, PageRequest page) {
        Order order = AlbumImageOrders.of(AlbumSort.MANUAL);
        return DeliveryRow.select(order).add(OF_ALBUM, album.value()).page(sql, order, page, DeliveryRow::read);
    }

    private static @Nullable Delivery deliveryOrNull(Row row) throws SQLException {
        return row.uuidOrNull("id") == null ? null : DeliveryRow.read(row);
    }
}
