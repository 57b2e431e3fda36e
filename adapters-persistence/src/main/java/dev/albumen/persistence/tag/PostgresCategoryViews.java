package dev.albumen.persistence.tag;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.tag.CategoryViews;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

@Singleton
final class PostgresCategoryViews implements CategoryViews {

    private static final Order BY_NAME = Order.by("c.name_key", "text", "c.id", false);
    private static final String SELECT = "SELECT " + CategoryRow.COLUMNS
            + ", (SELECT count(*) FROM tags t WHERE t.category_id = c.id) AS tag_count";
    private static final String OF_OWNER = "FROM categories c WHERE c.owner_id = ?";

    private final Sql sql;

    PostgresCategoryViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<CategoryView> list(UserId owner, PageRequest page) {
        return new Query().add(SELECT).add(BY_NAME.column()).add(OF_OWNER, owner.value())
                .page(sql, BY_NAME, page, PostgresCategoryViews::read);
    }

    @Override
    public Optional<CategoryView> find(UserId owner, CategoryId id) {
        return new Query().add(SELECT).add(OF_OWNER, owner.value()).add("AND c.id = ?", id.value())
                .find(sql, PostgresCategoryViews::read);
    }

    private static CategoryView read(Row row) throws SQLException {
        return new CategoryView(CategoryRow.read(row), row.integer("tag_count"));
    }
}
