package dev.albumen.persistence.image;

import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.persistence.shared.JointLookup;
import dev.albumen.persistence.shared.Json;
import dev.albumen.persistence.shared.KeptFinds;
import dev.albumen.persistence.shared.KeptPages;
import dev.albumen.persistence.shared.Lookups;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Seer;
import dev.albumen.persistence.shared.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

@Singleton
final class PostgresImageViews implements ImageViews {

    private static final Order NEWEST = Order.byId("i.id", true);
    private static final Order LAST_TRASHED = Order.by("i.trashed_at", "timestamptz", "i.id", true);
    private static final Order LAST_MARKED = Order.by("f.created_at", "timestamptz", "f.image_id", true);

    /** Every byte served is asked for here, so callers share statements. */
    private final JointLookup<ViaSession, Via> viaSessions;
    private final KeptPages<Asked, Page<ImageView>> pages;
    private final Lookups lookups;
    private final HoldingTags tags;
    private final Sql sql;
    private final Json json;

    private record ViaSession(SessionId session, ImageId image) {}

    private record Asked(Seer seer, ImageSearch search, PageRequest page) {}

    /** @param ends when the session is over */
    private record Via(DeliveryVia delivery, Instant ends) {}

    PostgresImageViews(Sql sql, Lookups lookups, Json json) {
        this.viaSessions = lookups.joint("delivery", this::viaSessions);
        this.pages = lookups.pages();
        this.lookups = lookups;
        this.tags = new HoldingTags(sql);
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<ImageView> find(Viewer viewer, ImageId id) {
        if (Seer.of(viewer).none()) {
            return Optional.empty();
        }
        Query query = ImageViewRow.selectOne(viewer, NEWEST).add(", i.metadata_raw FROM images i WHERE i.id = ?", id.value());
        ImageVisibility.opened(query, viewer);
        return query.find(sql, row -> ImageViewRow.read(row, json.read(row.text("metadata_raw"), PostgresImages.RAW)));
    }

    @Override
    public Page<ImageView> search(Viewer viewer, ImageSearch search, PageRequest page) {
        Seer seer = Seer.of(viewer);
        return ImageSearchQuery.of(seer, search, tags::holdTags)
                .flatMap(query -> query.measured(sql, query.order() == RankedImages.RELEVANCE ? RankedImages.MOST_RANKED : page.limit()))
                .map(query -> search(query, new Asked(seer, search, page)))
                .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
    }

    /** A list that nothing narrows has one best plan, and is looked at again; what narrows it decides about the plan. */
    private Page<ImageView> search(ImageSearchQuery query, Asked asked) {
        Order order = query.order();
        if (order == RankedImages.RELEVANCE) {
            return new RankedImages(sql, query, asked.seer()).page(asked.page());
        }
        return asked.search().isNarrowed()
                ? query.list(order).planned().page(sql, order, asked.page(), ImageViewRow::read)
                : pages.page(asked, () -> query.list(order).page(lookups.sql(), order, asked.page(), ImageViewRow::read));
    }

    @Override
    public List<ImageId> own(UserId owner, ImageSearch search, int most) {
        return ImageSearchQuery.of(new Seer(owner.value(), false, false), search, tags::holdTags)
                .flatMap(query -> query.measured(sql, most))
                .map(query -> query.from(new Query().add("SELECT i.id")).add("ORDER BY i.id DESC LIMIT ?", most).planned()
                        .list(sql, row -> new ImageId(row.uuid("id"))))
                .orElseGet(List::of);
    }

    @Override
    public Page<ImageView> trash(UserId owner, PageRequest page) {
        Query query = ImageViewRow.select(new Seer(owner.value(), false, false), LAST_TRASHED);
        query.add("FROM images i WHERE i.owner_id = ? AND i.trashed_at IS NOT NULL", owner.value());
        return query.page(sql, LAST_TRASHED, page, ImageViewRow::read);
    }

    @Override
    public Page<ImageView> favorites(Viewer viewer, PageRequest page) {
        Seer seer = Seer.of(viewer);
        Query query = ImageViewRow.select(seer, LAST_MARKED);
        query.add("FROM favorites f JOIN images i ON i.id = f.image_id");
        query.add("WHERE f.user_id = ? AND i.trashed_at IS NULL", seer.id());
        ImageVisibility.seen(query, seer);
        return query.page(sql, LAST_MARKED, page, ImageViewRow::read);
    }

    @Override
    public Map<ImageId, ImageAccess.Facts> facts(Viewer viewer, Set<ImageId> ids) {
        Query query = new Query().add("SELECT i.id, i.owner_id, i.status, i.trashed_at" + DeliveryRow.WATERMARKED);
        ImageViewRow.addReachById(query, viewer);
        query.add("FROM images i WHERE i.id = ANY (?)", (Object) ids.stream().map(ImageId::value).toArray(UUID[]::new));
        Map<ImageId, ImageAccess.Facts> facts = new HashMap<>();
        query.list(sql, row -> facts.put(new ImageId(row.uuid("id")), DeliveryRow.facts(row)));
        return facts;
    }

    @Override
    public Optional<Delivery> delivery(Viewer viewer, ImageId id) {
        return DeliveryRow.selectOne(viewer).add("FROM images i WHERE i.id = ?", id.value()).find(sql, DeliveryRow::read);
    }

    @Override
    public CompletionStage<Optional<DeliveryVia>> deliveryVia(SessionId session, ImageId id, Instant now) {
        return viaSessions.ask(new ViaSession(session, id))
                .thenApply(found -> found.filter(via -> via.ends().isAfter(now)).map(Via::delivery));
    }

    /** Whether an image is under review is asked for moderators to whom no album shows it; for all others there is one statement. */
    private void viaSessions(Sql own, List<ViaSession> asked, KeptFinds.Sighting<ViaSession, Via> sighting) {
        List<ViaSession> hidden = new ArrayList<>();
        read(own, DeliveryRow.VIA_SESSIONS, asked, (row, key, via) -> {
            if (ImageAccess.reviews(via.delivery().viewer()) && via.delivery().delivery().facts().reach() == Reach.NONE) {
                hidden.add(key);
            }
            return sighting.add(row, key, via);
        });
        if (!hidden.isEmpty()) {
            // Kept under the state of the first: it is never older than that.
            read(own, DeliveryRow.VIA_REVIEWS, hidden, sighting::add);
        }
    }

    private interface ViaReader {

        Optional<Via> take(Row row, ViaSession key, Via via) throws SQLException;
    }

    private static void read(Sql own, String statement, List<ViaSession> asked, ViaReader reader) {
        own.list(statement, row -> {
            SessionId session = new SessionId(row.uuid("session_id"));
            Delivery delivery = DeliveryRow.read(row);
            return reader.take(row, new ViaSession(session, delivery.id()),
                    new Via(new DeliveryVia(DeliveryRow.member(session, row), delivery), row.time("session_ends")));
        }, asked.stream().map(via -> via.session().value()).toArray(UUID[]::new),
                asked.stream().map(via -> via.image().value()).toArray(UUID[]::new));
    }

    @PreDestroy
    void close() {
        viaSessions.close();
    }
}
