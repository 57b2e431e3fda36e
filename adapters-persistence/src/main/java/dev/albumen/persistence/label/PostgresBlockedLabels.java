package dev.albumen.persistence.label;

import dev.albumen.application.label.BlockedLabels;
import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresBlockedLabels implements BlockedLabels {

    private static final String ADD = """
            INSERT INTO blocked_labels (owner_id, name, blocked_at)
            SELECT w.owner_id, ?, ? FROM (SELECT CAST(? AS uuid) AS owner_id) w
            WHERE w.owner_id IS NULL OR EXISTS (SELECT 1 FROM users u WHERE u.id = w.owner_id)
            ON CONFLICT DO NOTHING
            """;
    private static final String TAKE_AWAY = "DELETE FROM image_labels WHERE name = ? AND state = 'suggested'";
    private static final String TAKE_AWAY_OWN = """
            DELETE FROM image_labels l USING images i
            WHERE i.id = l.image_id AND i.owner_id = ? AND l.name = ? AND l.state = 'suggested'
            """;
    private static final String REMOVE = "DELETE FROM blocked_labels WHERE owner_id IS NOT DISTINCT FROM CAST(? AS uuid) AND name = ?";
    private static final String AMONG = """
            SELECT DISTINCT name FROM blocked_labels WHERE name = ANY (?) AND (owner_id IS NULL OR owner_id = ?)
            """;
    private static final String LIST =
            "SELECT name, blocked_at FROM blocked_labels WHERE owner_id IS NOT DISTINCT FROM CAST(? AS uuid)";

    private final Sql sql;

    PostgresBlockedLabels(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(Optional<UserId> owner, TagName name, Instant now) {
        BlockingLock.take(sql);
        boolean fresh = sql.change(ADD, name.value(), now, id(owner)) == 1;
        if (fresh && owner.isEmpty()) {
            sql.change(TAKE_AWAY, name.value());
        } else if (fresh) {
            sql.change(TAKE_AWAY_OWN, id(owner), name.value());
        }
        return fresh;
    }

    @Override
    public boolean remove(Optional<UserId> owner, TagName name) {
        return sql.change(REMOVE, id(owner), name.value()) == 1;
    }

    @Override
    public Set<TagName> among(UserId owner, Collection<TagName> names) {
        sql.requireTransaction();
        BlockingLock.share(sql);
        return Set.copyOf(sql.list(AMONG, row -> new TagName(row.text("name")),
                names.stream().map(TagName::value).toArray(String[]::new), owner.value()));
    }

    @Override
    public Page<Blocked> list(Optional<UserId> owner, PageRequest page) {
        Query query = new Query().add(LIST, id(owner));
        page.after().ifPresent(place -> query.add("AND name > ?", place.values().getFirst()));
        query.add("ORDER BY name LIMIT " + (page.limit() + 1));
        List<Blocked> rows = query.list(sql, row -> new Blocked(new TagName(row.text("name")), row.time("blocked_at")));
        return Page.of(rows, page.limit(), one -> new Keyset(List.of(one.name().value())));
    }

    private static @Nullable UUID id(Optional<UserId> owner) {
        return owner.map(UserId::value).orElse(null);
    }
}
