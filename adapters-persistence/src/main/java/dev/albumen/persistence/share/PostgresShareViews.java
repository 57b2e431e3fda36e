package dev.albumen.persistence.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews.Delivery;
import dev.albumen.application.share.ShareViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.album.AlbumImageOrders;
import dev.albumen.persistence.album.ArchiveQuery;
import dev.albumen.persistence.image.DeliveryRow;
import dev.albumen.persistence.image.ImageViewRow;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresShareViews implements ShareViews {

    private static final Order NEWEST = Order.byId("s.id", true);
    private static final Order ONE = Order.byId("i.id", true);
    private static final String WORDS = "AND strpos(folded(s.label), folded(?)) > 0";
    private static final String SHOWN = "AND i.status = 'ready' AND i.trashed_at IS NULL";
    private static final String OF_ALBUM = "FROM album_images x JOIN images i ON i.id = x.image_id WHERE x.album_id = ? " + SHOWN;
    private static final String OF_IMAGE = "FROM images i WHERE i.id = ? " + SHOWN;
    private static final String OPEN_DELIVERY = DeliveryRow.columns() + ", " + OpenedRow.FACTS + OpenedRow.FROM + """
                LEFT JOIN images i ON i.id = ? AND i.status = 'ready' AND i.trashed_at IS NULL
                    AND (i.id = s.image_id
                        OR EXISTS (SELECT 1 FROM album_images x WHERE x.album_id = s.album_id AND x.image_id = i.id))
            WHERE s.token_hash = ?
            """;

    private final Sql sql;

    PostgresShareViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<ShareLink> list(UserId owner, Search search, PageRequest page, Instant now) {
        Query query = new Query().add("SELECT s.id, " + ShareRow.COLUMNS + " FROM shares s WHERE s.owner_id = ?", owner.value());
        switch (search.resource()) {
            case null -> {}
            case SharedResource.OfAlbum(AlbumId id) -> query.add("AND s.album_id = ?", id.value());
            case SharedResource.OfImage(ImageId id) -> query.add("AND s.image_id = ?", id.value());
        }
        switch (search.state()) {
            case null -> {}
            case ACTIVE -> query.add("AND s.active AND (s.expires_at IS NULL OR s.expires_at > ?)", now);
            case INACTIVE -> query.add("AND NOT s.active");
            case EXPIRED -> query.add("AND s.expires_at <= ?", now);
        }
        query.addIf(search.words(), WORDS, words -> words);
        return query.page(sql, NEWEST, page, ShareRow::read);
    }

    @Override
    public Optional<Opened> open(Sha256 tokenHash) {
        return sql.find(OpenedRow.OPEN, OpenedRow::read, bytes(tokenHash));
    }

    @Override
    public Optional<OpenedDelivery> openDelivery(Sha256 tokenHash, ImageId image) {
        return sql.find(OPEN_DELIVERY, row -> new OpenedDelivery(OpenedRow.facts(row), deliveryOrNull(row)),
                image.value(), bytes(tokenHash));
    }

    @Override
    public Page<ImageView> images(SharedResource resource, AlbumSort sort, PageRequest page) {
        return switch (resource) {
            case SharedResource.OfAlbum(AlbumId album) -> {
                Order order = AlbumImageOrders.of(sort);
                yield ImageViewRow.selectShared(order).add(OF_ALBUM, album.value()).page(sql, order, page, ImageViewRow::read);
            }
            case SharedResource.OfImage(ImageId image) ->
                    ImageViewRow.selectShared(ONE).add(OF_IMAGE, image.value()).page(sql, ONE, page, ImageViewRow::read);
        };
    }

    @Override
    public Optional<ImageView> image(SharedResource resource, ImageId id) {
        Query query = ImageViewRow.selectShared(ONE);
        switch (resource) {
            case SharedResource.OfAlbum(AlbumId album) -> query.add(OF_ALBUM, album.value());
            case SharedResource.OfImage(ImageId image) -> query.add(OF_IMAGE, image.value());
        }
        return query.add("AND i.id = ?", id.value()).find(sql, ImageViewRow::read);
    }

    @Override
    public List<Delivery> entries(SharedResource resource, Optional<ImageId> after, int limit) {
        return switch (resource) {
            case SharedResource.OfAlbum(AlbumId album) -> ArchiveQuery.inAlbum(sql, album, after, limit);
            case SharedResource.OfImage(ImageId image) -> after.isPresent()
                    ? List.of()
                    : new Query().add(DeliveryRow.columns()).add(OF_IMAGE, image.value()).list(sql, DeliveryRow::read);
        };
    }

    private static @Nullable Delivery deliveryOrNull(Row row) throws SQLException {
        return row.uuidOrNull("id") == null ? null : DeliveryRow.read(row);
    }

    private static byte[] bytes(Sha256 hash) {
        return HexFormat.of().parseHex(hash.hex());
    }
}
