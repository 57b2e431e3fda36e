package dev.albumen.persistence.user;

import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.user.Groups;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Group;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

@Singleton
final class PostgresGroups implements Groups {

    private static final Order NEWEST = Order.byId("g.id", true);
    private static final String ADD =
            "INSERT INTO user_groups (id, owner_id, name, created_at, updated_at, version) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String COLUMNS = "SELECT g.id, g.owner_id, g.name, g.created_at, g.updated_at, g.version FROM user_groups g ";
    private static final String FIND = COLUMNS + "WHERE g.id = ?";
    private static final String SAVE =
            "UPDATE user_groups SET name = ?, updated_at = ?, version = version + 1 WHERE id = ? AND version = ?";
    private static final String DELETE = "DELETE FROM user_groups WHERE id = ?";
    private static final String COUNT = "SELECT count(*) AS n FROM user_groups WHERE owner_id = ?";
    private static final String OWN_OR_IN = COLUMNS + """
            WHERE g.id IN (SELECT own.id FROM user_groups own WHERE own.owner_id = ?
                UNION ALL SELECT m.group_id FROM group_members m WHERE m.user_id = ?)
            """;

    private final Sql sql;

    PostgresGroups(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Group group) {
        sql.change(ADD, group.id().value(), group.ownerId().value(), group.name(), group.createdAt(), group.updatedAt(),
                group.version());
    }

    @Override
    public Optional<Group> find(GroupId id) {
        return sql.find(FIND, PostgresGroups::group, id.value());
    }

    @Override
    public Group save(Group group) {
        if (sql.change(SAVE, group.name(), group.updatedAt(), group.id().value(), group.version()) == 0) {
            throw new LostRaceException();
        }
        return new Group(group.id(), group.ownerId(), group.name(), group.createdAt(), group.updatedAt(), group.version() + 1);
    }

    @Override
    public void delete(GroupId id) {
        sql.change(DELETE, id.value());
    }

    @Override
    public int count(UserId owner) {
        return sql.one(COUNT, row -> row.integer("n"), owner.value());
    }

    @Override
    public Page<Group> list(UserId user, PageRequest page) {
        return new Query().add(OWN_OR_IN, user.value(), user.value()).page(sql, NEWEST, page, PostgresGroups::group);
    }

    private static Group group(Row row) throws SQLException {
        return new Group(new GroupId(row.uuid("id")), new UserId(row.uuid("owner_id")), row.text("name"), row.time("created_at"),
                row.time("updated_at"), row.number("version"));
    }
}
