package dev.albumen.persistence.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.share.ShareViews.Framed;
import dev.albumen.application.share.ShareViews.Leaf;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.persistence.album.AlbumImageOrders;
import dev.albumen.persistence.image.DeliveryRow;
import dev.albumen.persistence.image.ImageViewRow;
import dev.albumen.persistence.shared.KeptPages;
import dev.albumen.persistence.shared.Lookups;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people who turn leaves see, each in one statement, and keeps it while nothing changes. A place is the image
 * that stands there: its sort value, which may be a file's name, is known to the statement alone.
 */
final class Leaves {

    private static final Order ONE = Order.byId("i.id", true);

    private final KeptPages<AskedLeaf, Optional<Leaf>> leaves;
    private final KeptPages<AskedFramed, Optional<Framed>> framed;
    private final Lookups lookups;

    Leaves(Lookups lookups) {
        this.leaves = lookups.pages(leaf -> leaf.map(shown -> shown.images().size()).orElse(0));
        this.framed = lookups.pages(image -> 1);
        this.lookups = lookups;
    }

    private record AskedLeaf(SharedResource resource, AlbumSort sort, @Nullable ImageId from, int size) {}

    private record AskedFramed(SharedResource resource, AlbumSort sort, ImageId id, int leafSize) {}

    /** What is shown, under the aliases {@code i} and, in an album, {@code x}, and in which order. */
    private record Shown(String from, UUID id, Order order) {

        static Shown of(SharedResource resource, AlbumSort sort) {
            return switch (resource) {
                case SharedResource.OfAlbum(AlbumId album) -> of(album, sort);
                case SharedResource.OfProject(AlbumId album) -> of(album, sort);
                case SharedResource.OfImage(ImageId image) -> new Shown(PostgresShareViews.OF_IMAGE, image.value(), ONE);
            };
        }

        private static Shown of(AlbumId album, AlbumSort sort) {
            return new Shown(PostgresShareViews.OF_ALBUM, album.value(), AlbumImageOrders.of(sort));
        }

        /** A statement that knows the image as {@code here}. */
        Query here(ImageId image) {
            return order.here().add(from, id).add("AND i.id = ?)", image.value());
        }
    }

    Optional<Leaf> leaf(SharedResource resource, AlbumSort sort, @Nullable ImageId from, int size) {
        return leaves.page(new AskedLeaf(resource, sort, from, size), () -> {
            Shown shown = Shown.of(resource, sort);
            return from == null ? Optional.of(firstLeaf(shown, size)) : leafFrom(shown, from, size);
        });
    }

    private Leaf firstLeaf(Shown shown, int size) {
        List<ImageView> read = ImageViewRow.selectShared(shown.order()).add(shown.from(), shown.id())
                .add("ORDER BY").add(shown.order().by()).add("LIMIT " + (size + 1))
                .list(lookups.sql(), ImageViewRow::read);
        return cut(read, size, true, null);
    }

    private Optional<Leaf> leafFrom(Shown shown, ImageId from, int size) {
        Order order = shown.order();
        List<Turned> read = ImageViewRow.selectShared(shown.here(from), order)
                .add(", ARRAY(SELECT CAST(i.id AS text)").add(shown.from(), shown.id()).add(order.beforeHere())
                .add("OFFSET " + (size - 1) + " LIMIT 2) AS far_before")
                .add(", EXISTS (SELECT").add(shown.from(), shown.id()).add(order.beforeHere()).add("LIMIT 1) AS has_before")
                .add(shown.from(), shown.id()).add(order.fromHere())
                .add("ORDER BY").add(order.by()).add("LIMIT " + (size + 1))
                .list(lookups.sql(), Turned::read);
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(cut(read.stream().map(Turned::image).toList(), size, !read.getFirst().hasBefore(),
                        read.getFirst().previous()));
    }

    private static Leaf cut(List<ImageView> read, int size, boolean first, @Nullable ImageId previous) {
        return read.size() <= size
                ? new Leaf(read, first, previous, null)
                : new Leaf(read.subList(0, size), first, previous, read.getLast().image().id());
    }

    /** @param previous what a leaf before the one that begins here begins with, unless that is the very first one */
    private record Turned(ImageView image, boolean hasBefore, @Nullable ImageId previous) {

        static Turned read(Row row) throws SQLException {
            List<String> far = row.texts("far_before");
            return new Turned(ImageViewRow.read(row), row.flag("has_before"), far.size() < 2 ? null : new ImageId(UUID.fromString(far.getFirst())));
        }
    }

    Optional<Framed> framed(SharedResource resource, AlbumSort sort, ImageId id, int leafSize) {
        return framed.page(new AskedFramed(resource, sort, id, leafSize), () -> {
            Shown shown = Shown.of(resource, sort);
            Order order = shown.order();
            return ImageViewRow.selectShared(shown.here(id), order).add(DeliveryRow.WATERMARKED)
                    .add(", (SELECT i.id").add(shown.from(), shown.id()).add(order.behindHere()).add("LIMIT 1) AS next_id")
                    .add(", (SELECT i.id").add(shown.from(), shown.id()).add(order.beforeHere()).add("LIMIT 1) AS previous_id")
                    .add(", (SELECT count(*) FROM (SELECT").add(shown.from(), shown.id()).add(order.beforeHere())
                    .add("LIMIT " + leafSize + ") near) AS near_before")
                    .add(shown.from(), shown.id()).add("AND i.id = ?", id.value())
                    .find(lookups.sql(), row -> framed(row, leafSize));
        });
    }

    private static Framed framed(Row row, int leafSize) throws SQLException {
        return new Framed(ImageViewRow.read(row), row.flag("watermarked"), idOrNull(row, "previous_id"), idOrNull(row, "next_id"),
                row.number("near_before") < leafSize);
    }

    private static @Nullable ImageId idOrNull(Row row, String column) throws SQLException {
        UUID id = row.uuidOrNull(column);
        return id == null ? null : new ImageId(id);
    }
}
