package dev.albumen.persistence.tag;

import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.tag.Categories;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import dev.albumen.persistence.shared.ConstraintException;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresCategories implements Categories {

    private static final String ADD = """
            INSERT INTO categories (id, owner_id, name, name_key, color, description, created_at, updated_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = "SELECT " + CategoryRow.COLUMNS + " FROM categories c WHERE c.owner_id = ? AND c.id = ?";
    private static final String NAMED = "SELECT " + CategoryRow.COLUMNS + " FROM categories c WHERE c.owner_id = ? AND c.name_key = ?";
    private static final String SAVE = """
            UPDATE categories c SET name = ?, name_key = ?, color = ?, description = ?, updated_at = ?, version = c.version + 1
            WHERE c.id = ? AND c.version = ?
            RETURNING
            """ + CategoryRow.COLUMNS;
    private static final String DELETE = "DELETE FROM categories WHERE owner_id = ? AND id = ?";
    private static final String FILE = "UPDATE tags SET category_id = ?::uuid WHERE owner_id = ? AND name = ?";

    private final Sql sql;

    PostgresCategories(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Category category) {
        try {
            sql.change(ADD, category.id().value(), category.ownerId().value(), category.name().value(), category.name().key(),
                    category.color(), category.description(), category.createdAt(), category.updatedAt(), category.version());
        } catch (ConstraintException e) {
            throw taken(e);
        }
    }

    @Override
    public Optional<Category> find(UserId owner, CategoryId id) {
        return sql.find(FIND, CategoryRow::read, owner.value(), id.value());
    }

    @Override
    public Optional<Category> named(UserId owner, CategoryName name) {
        return sql.find(NAMED, CategoryRow::read, owner.value(), name.key());
    }

    @Override
    public Category save(Category category) {
        try {
            return sql.find(SAVE, CategoryRow::read, category.name().value(), category.name().key(), category.color(),
                    category.description(), category.updatedAt(), category.id().value(), category.version())
                    .orElseThrow(LostRaceException::new);
        } catch (ConstraintException e) {
            throw taken(e);
        }
    }

    @Override
    public void delete(UserId owner, CategoryId id) {
        sql.change(DELETE, owner.value(), id.value());
    }

    @Override
    public boolean file(UserId owner, TagName tag, @Nullable CategoryId category) {
        return sql.change(FILE, category == null ? null : category.value(), owner.value(), tag.value()) == 1;
    }

    private static RuntimeException taken(ConstraintException e) {
        return e.when("categories_name", () -> new Refusal.Conflict("category-exists", "You have a category of that name.").thrown());
    }
}
