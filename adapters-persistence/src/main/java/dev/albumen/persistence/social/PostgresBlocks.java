package dev.albumen.persistence.social;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.social.Blocks;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
final class PostgresBlocks implements Blocks {

    private static final Order BY_USER = Order.byId("b.user_id", false);
    private static final String ADD = """
            INSERT INTO user_blocks (owner_id, user_id, created_at) SELECT ?, u.id, ? FROM users u WHERE u.id = ?
            ON CONFLICT DO NOTHING
            """;
    private static final String REMOVE = "DELETE FROM user_blocks WHERE owner_id = ? AND user_id = ?";
    private static final String IS_BLOCKED =
            "SELECT EXISTS (SELECT 1 FROM user_blocks WHERE owner_id = ? AND user_id = ?) AS blocked";
    private static final String LIST = """
            SELECT b.user_id AS id, u.username, u.display_name, b.created_at FROM user_blocks b JOIN users u ON u.id = b.user_id
            WHERE b.owner_id = ?
            """;

    private final Sql sql;

    PostgresBlocks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(UserId owner, UserId other, Instant now) {
        return sql.change(ADD, owner.value(), now, other.value()) == 1;
    }

    @Override
    public boolean remove(UserId owner, UserId other) {
        return sql.change(REMOVE, owner.value(), other.value()) == 1;
    }

    @Override
    public boolean isBlocked(UserId owner, UserId other) {
        return sql.one(IS_BLOCKED, row -> row.flag("blocked"), owner.value(), other.value());
    }

    @Override
    public Page<Blocked> list(UserId owner, PageRequest page) {
        return new Query().add(LIST, owner.value()).page(sql, BY_USER, page, row -> new Blocked(
                new UserId(row.uuid("id")), row.text("username"), row.text("display_name"), row.time("created_at")));
    }
}
