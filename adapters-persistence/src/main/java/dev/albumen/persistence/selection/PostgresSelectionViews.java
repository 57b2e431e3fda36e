package dev.albumen.persistence.selection;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.selection.SelectionViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.persistence.image.DeliveryRow;
import dev.albumen.persistence.share.SharedImages;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Seer;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Singleton
final class PostgresSelectionViews implements SelectionViews {

    private static final Order NEWEST = Order.byId("c.id", true);
    private static final Order MOST_CHOSEN = Order.by("o.clients", "bigint", "o.id", true);
    private static final Order BY_NAME = Order.by("i.filename", "text", "i.id", false);
    private static final String SUMMARIES = "SELECT " + SelectionRow.COLUMNS + """
            , n.chosen, n.comments
            FROM selections c
                LEFT JOIN LATERAL (
                    SELECT count(*) AS chosen, count(x.comment) AS comments
                    FROM selection_items x\s""" + SelectionRow.SHOWN + """
                    WHERE x.selection_id = c.id) n ON true
            WHERE c.share_id = ?
            """;
    private static final String OVERLAP = """
            FROM (SELECT i.id, count(*) AS clients
                FROM selections c
                    JOIN selection_items x ON x.selection_id = c.id
            """ + SelectionRow.SHOWN + """
                WHERE c.share_id = ?
                GROUP BY i.id) o
            WHERE true
            """;
    private static final String CHOICES = """
            SELECT i.id AS image_id, c.id AS selection_id, c.name, c.email, c.status, x.comment, x.stars, x.color, x.chosen_at
            FROM selections c
                JOIN selection_items x ON x.selection_id = c.id
            """ + SelectionRow.SHOWN + """
            WHERE c.share_id = ? AND (CAST(? AS uuid) IS NULL OR c.id = ?) AND x.image_id = ANY (?)
            ORDER BY i.id, c.id
            """;
    private static final String CHOSEN = """
            FROM images i JOIN shares s ON s.id = ?
            WHERE i.status = 'ready' AND i.trashed_at IS NULL
                AND\s""" + SharedImages.OF_LINK + """
                AND i.id IN (SELECT x.image_id FROM selections c JOIN selection_items x ON x.selection_id = c.id
                    WHERE c.share_id = s.id AND (CAST(? AS uuid) IS NULL OR c.id = ?))
            """;

    private final Sql sql;

    PostgresSelectionViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Summary> list(ShareId share, PageRequest page) {
        return new Query().add(SUMMARIES, share.value()).page(sql, NEWEST, page, PostgresSelectionViews::summary);
    }

    @Override
    public Optional<Summary> find(ShareId share, SelectionId selection) {
        return new Query().add(SUMMARIES, share.value()).add("AND c.id = ?", selection.value())
                .find(sql, PostgresSelectionViews::summary);
    }

    private static Summary summary(Row row) throws SQLException {
        return new Summary(SelectionRow.read(row), row.integer("chosen"), row.integer("comments"));
    }

    @Override
    public Page<Chosen> overlap(ShareId share, PageRequest page) {
        return new Query().add("SELECT o.id, o.clients").add(MOST_CHOSEN.column()).add(OVERLAP, share.value())
                .page(sql, MOST_CHOSEN, page, row -> new Chosen(new ImageId(row.uuid("id")), row.integer("clients")));
    }

    @Override
    public Page<ImageViews.Delivery> images(Viewer viewer, ShareId share, Optional<SelectionId> selection, PageRequest page) {
        UUID one = selection.map(SelectionId::value).orElse(null);
        return DeliveryRow.select(Seer.of(viewer), BY_NAME).add(CHOSEN, share.value(), one, one)
                .page(sql, BY_NAME, page, DeliveryRow::read);
    }

    @Override
    public List<Choice> choices(ShareId share, Optional<SelectionId> selection, Set<ImageId> images) {
        UUID one = selection.map(SelectionId::value).orElse(null);
        return sql.list(CHOICES, PostgresSelectionViews::choice, share.value(), one, one,
                images.stream().map(ImageId::value).toArray(UUID[]::new));
    }

    private static Choice choice(Row row) throws SQLException {
        return new Choice(new ImageId(row.uuid("image_id")), new SelectionId(row.uuid("selection_id")), row.textOrNull("name"),
                row.textOrNull("email"), Selection.Status.valueOf(row.text("status").toUpperCase(Locale.ROOT)),
                row.textOrNull("comment"), PostgresSelectionItems.mark(row), row.time("chosen_at"));
    }
}
