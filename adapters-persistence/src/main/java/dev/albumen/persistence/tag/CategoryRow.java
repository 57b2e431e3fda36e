package dev.albumen.persistence.tag;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.persistence.shared.Row;
import java.sql.SQLException;

/** How a category is read. */
final class CategoryRow {

    static final String COLUMNS = "c.id, c.owner_id, c.name, c.color, c.description, c.created_at, c.updated_at, c.version";

    private CategoryRow() {}

    static Category read(Row row) throws SQLException {
        return new Category(new CategoryId(row.uuid("id")), new UserId(row.uuid("owner_id")), new CategoryName(row.text("name")),
                row.textOrNull("color"), row.text("description"), row.time("created_at"), row.time("updated_at"), row.number("version"));
    }
}
