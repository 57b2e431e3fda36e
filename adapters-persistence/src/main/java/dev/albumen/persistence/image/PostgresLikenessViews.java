package dev.albumen.persistence.image;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.LikenessViews;
import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class PostgresLikenessViews implements LikenessViews {

    private static final Order NEAREST = Order.by("found.distance", "integer", "i.id", false);
    private static final Order GROUPS = Order.byId("g.id", true);

    /** The hashes that are near enough, and where a page of images starts in each. */
    private static final String NEAR = """
            WITH near AS MATERIALIZED (
                SELECT n.hash, n.distance,
                    CASE WHEN n.distance = place.distance THEN place.id ELSE CAST('00000000-0000-0000-0000-000000000000' AS uuid) END AS past
                FROM hashes_near(?, ?) n CROSS JOIN (VALUES (CAST(? AS integer), CAST(? AS uuid))) place (distance, id)
                WHERE n.distance >= place.distance)
            """;
    /** Each hash gives no more than one page needs, so equal hashes cost nothing. */
    private static final String ALL = """
            , found AS (
                SELECT near.distance, l.image_id FROM near CROSS JOIN LATERAL (
                    SELECT image_id FROM likenesses WHERE hash = near.hash AND image_id > near.past
                    ORDER BY image_id LIMIT ?) l)
            """;
    /**
     * Others' images come with a limit of their own, since whether the viewer may see them is told only afterwards: by owners
     * before and after the viewer, so that none of the viewer's own are read on the way, and the same ones for every page.
     */
    private static final String OWN_AND_OTHERS = """
            , found AS (
                SELECT near.distance, l.image_id FROM near CROSS JOIN LATERAL (
                    SELECT image_id FROM likenesses WHERE owner_id = CAST(? AS uuid) AND hash = near.hash AND image_id > near.past
                    ORDER BY image_id LIMIT ?) l
                UNION ALL
                (SELECT near.distance, l.image_id FROM near CROSS JOIN LATERAL (
                    (SELECT image_id FROM likenesses WHERE hash = near.hash AND owner_id < CAST(? AS uuid)
                     ORDER BY owner_id, image_id LIMIT 50)
                    UNION ALL
                    (SELECT image_id FROM likenesses WHERE hash = near.hash
                        AND owner_id > coalesce(CAST(? AS uuid), CAST('00000000-0000-0000-0000-000000000000' AS uuid))
                     ORDER BY owner_id, image_id LIMIT 50)) l
                 ORDER BY near.distance, l.image_id LIMIT 1000))
            """;
    private static final String FOUND = "FROM found JOIN images i ON i.id = found.image_id WHERE i.trashed_at IS NULL AND i.id <> ?";

    private static final String GROUP_PAGE = """
            WITH page AS MATERIALIZED (
                SELECT g.id, g.image_count FROM likeness_groups g WHERE g.owner_id = ? AND g.image_count > 1
            """;
    private static final String GROUP_IMAGES = """
            FROM page CROSS JOIN LATERAL (
                    SELECT image_id FROM likenesses WHERE group_id = page.id ORDER BY image_id LIMIT 25) l
                JOIN images i ON i.id = l.image_id
            ORDER BY page.id DESC, i.id
            """;

    private final Sql sql;

    PostgresLikenessViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Likeness> similar(Viewer viewer, ImageId except, DifferenceHash hash, int maxDistance, PageRequest page) {
        Seer seer = Seer.of(viewer);
        if (seer.none()) {
            return new Page<>(List.of(), Optional.empty());
        }
        List<String> place = page.after().map(Keyset::values).orElse(List.of("0", new UUID(0, 0).toString()));
        // One more than the page, and the image itself.
        int enough = page.limit() + 2;
        Query query = new Query().add(NEAR, hash.bits(), maxDistance, place.getFirst(), place.getLast());
        if (seer.all()) {
            query.add(ALL, enough);
        } else {
            query.add(OWN_AND_OTHERS, seer.id(), enough, seer.id(), seer.id());
        }
        ImageViewRow.select(query, seer, NEAREST).add(", found.distance").add(FOUND, except.value());
        ImageVisibility.ownOrFound(query, seer);
        return query.page(sql, NEAREST, page, row -> new Likeness(ImageViewRow.read(row), row.integer("distance")));
    }

    @Override
    public Page<Group> duplicates(UserId owner, PageRequest page) {
        Query query = new Query().add(GROUP_PAGE, owner.value());
        query.cut(GROUPS, page).add(")");
        ImageViewRow.select(query, new Seer(owner.value(), false, false), GROUPS)
                .add(", page.id AS group_id, page.image_count").add(GROUP_IMAGES);
        Map<UUID, Group> groups = new LinkedHashMap<>();
        query.list(sql, row -> groups.merge(row.uuid("group_id"),
                new Group(row.integer("image_count"), List.of(ImageViewRow.read(row))), PostgresLikenessViews::joined));
        return Page.of(List.copyOf(groups.entrySet()), page.limit(), group -> new Keyset(List.of(group.getKey().toString())))
                .map(Map.Entry::getValue);
    }

    private static Group joined(Group some, Group more) {
        List<ImageView> images = new ArrayList<>(some.images());
        images.addAll(more.images());
        return new Group(some.imageCount(), images);
    }
}
