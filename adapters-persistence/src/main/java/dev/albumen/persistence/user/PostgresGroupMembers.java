package dev.albumen.persistence.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.user.GroupMembers;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
final class PostgresGroupMembers implements GroupMembers {

    private static final Order BY_USER = Order.byId("m.user_id", false);
    private static final String PUT = """
            INSERT INTO group_members (group_id, user_id, since) SELECT ?, u.id, ? FROM users u WHERE u.id = ?
            ON CONFLICT (group_id, user_id) DO UPDATE SET since = group_members.since
            """;
    private static final String REMOVE = "DELETE FROM group_members WHERE group_id = ? AND user_id = ?";
    private static final String HOLDS = "SELECT EXISTS (SELECT 1 FROM group_members WHERE group_id = ? AND user_id = ?) AS held";
    private static final String COUNT = "SELECT count(*) AS n FROM group_members WHERE group_id = ?";
    private static final String LIST = """
            SELECT m.user_id AS id, u.username, u.display_name, m.since FROM group_members m JOIN users u ON u.id = m.user_id
            WHERE m.group_id = ?
            """;

    private final Sql sql;

    PostgresGroupMembers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean put(GroupId group, UserId user, Instant now) {
        return sql.change(PUT, group.value(), now, user.value()) == 1;
    }

    @Override
    public boolean remove(GroupId group, UserId user) {
        return sql.change(REMOVE, group.value(), user.value()) == 1;
    }

    @Override
    public boolean holds(GroupId group, UserId user) {
        return sql.one(HOLDS, row -> row.flag("held"), group.value(), user.value());
    }

    @Override
    public int count(GroupId group) {
        return sql.one(COUNT, row -> row.integer("n"), group.value());
    }

    @Override
    public Page<Membership> list(GroupId group, PageRequest page) {
        return new Query().add(LIST, group.value()).page(sql, BY_USER, page, row -> new Membership(
                new UserId(row.uuid("id")), row.text("username"), row.text("display_name"), row.time("since")));
    }
}
