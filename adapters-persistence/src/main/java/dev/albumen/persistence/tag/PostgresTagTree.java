package dev.albumen.persistence.tag;

import dev.albumen.application.tag.TagTree;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Triggers keep each tag's way from the top. */
@Singleton
final class PostgresTagTree implements TagTree {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 29))";
    private static final String PATH = """
            SELECT up.name FROM tags t
                CROSS JOIN LATERAL unnest(t.path) WITH ORDINALITY AS way (id, level)
                JOIN tags up ON up.id = way.id
            WHERE t.owner_id = ? AND t.name = ? ORDER BY way.level
            """;
    private static final String HEIGHT = """
            SELECT (SELECT max(cardinality(below.path)) FROM tags below WHERE below.owner_id = t.owner_id AND t.id = ANY (below.path))
                - cardinality(t.path) + 1 AS height
            FROM tags t WHERE t.owner_id = ? AND t.name = ?
            """;
    private static final String PLACE = """
            UPDATE tags t SET parent_id = (SELECT up.id FROM tags up WHERE up.owner_id = t.owner_id AND up.name = ?)
            WHERE t.owner_id = ? AND t.name = ?
            """;

    private final Sql sql;

    PostgresTagTree(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void lock(UserId owner) {
        sql.requireTransaction();
        sql.one(LOCK, row -> true, owner.value().toString());
    }

    @Override
    public List<TagName> path(UserId owner, TagName tag) {
        return sql.list(PATH, row -> new TagName(row.text("name")), owner.value(), tag.value());
    }

    @Override
    public int height(UserId owner, TagName tag) {
        return sql.find(HEIGHT, row -> row.integer("height"), owner.value(), tag.value()).orElse(0);
    }

    @Override
    public void place(UserId owner, TagName tag, @Nullable TagName parent) {
        sql.change(PLACE, parent == null ? null : parent.value(), owner.value(), tag.value());
    }
}
