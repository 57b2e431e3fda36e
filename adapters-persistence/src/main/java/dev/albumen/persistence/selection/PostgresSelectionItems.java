package dev.albumen.persistence.selection;

import dev.albumen.application.selection.SelectionItems;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.selection.SelectionItem;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.persistence.shared.ConstraintException;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresSelectionItems implements SelectionItems {

    private static final String FROM =
            "FROM selection_items x JOIN selections c ON c.id = x.selection_id " + SelectionRow.SHOWN + " WHERE x.selection_id = ?";
    private static final String SELECT = "SELECT x.image_id, x.comment, x.stars, x.color, x.chosen_at, x.updated_at " + FROM;
    private static final String FIND = SELECT + " AND x.image_id = ?";
    private static final String ALL = SELECT + " ORDER BY x.chosen_at, x.image_id";
    private static final String COUNT = "SELECT count(*) AS chosen " + FROM;
    private static final String PUT = """
            INSERT INTO selection_items (selection_id, image_id, comment, stars, color, chosen_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (selection_id, image_id) DO UPDATE
            SET comment = EXCLUDED.comment, stars = EXCLUDED.stars, color = EXCLUDED.color, chosen_at = EXCLUDED.chosen_at,
                updated_at = EXCLUDED.updated_at
            """;
    private static final String REMOVE = "DELETE FROM selection_items WHERE selection_id = ? AND image_id = ?";

    private final Sql sql;

    PostgresSelectionItems(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<SelectionItem> find(SelectionId selection, ImageId image) {
        return sql.find(FIND, PostgresSelectionItems::read, selection.value(), image.value());
    }

    @Override
    public List<SelectionItem> all(SelectionId selection) {
        return sql.list(ALL, PostgresSelectionItems::read, selection.value());
    }

    @Override
    public int count(SelectionId selection) {
        return sql.one(COUNT, row -> row.integer("chosen"), selection.value());
    }

    @Override
    public void put(SelectionId selection, SelectionItem item) {
        try {
            sql.change(PUT, selection.value(), item.imageId().value(), item.comment(), item.mark().stars(), color(item.mark()),
                    item.chosenAt(), item.updatedAt());
        } catch (ConstraintException e) {
            throw e.when("selection_items_image_id_fkey", Refusal::notFound);
        }
    }

    @Override
    public boolean remove(SelectionId selection, ImageId image) {
        return sql.change(REMOVE, selection.value(), image.value()) == 1;
    }

    static SelectionItem read(Row row) throws SQLException {
        return new SelectionItem(new ImageId(row.uuid("image_id")), row.textOrNull("comment"), mark(row), row.time("chosen_at"),
                row.time("updated_at"));
    }

    static Mark mark(Row row) throws SQLException {
        String color = row.textOrNull("color");
        return new Mark(row.integerOrNull("stars"), color == null ? null : Mark.Color.valueOf(color.toUpperCase(Locale.ROOT)));
    }

    private static @Nullable String color(Mark mark) {
        return mark.color() == null ? null : mark.color().name().toLowerCase(Locale.ROOT);
    }
}
