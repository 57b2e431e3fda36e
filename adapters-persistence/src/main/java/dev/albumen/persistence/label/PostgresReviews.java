package dev.albumen.persistence.label;

import dev.albumen.application.label.Reviews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

@Singleton
final class PostgresReviews implements Reviews {

    private static final Order BY_IMAGE = Order.byId("r.image_id", false);
    /** Cleared for good where every name was known when it was cleared. */
    private static final String NOTE = """
            INSERT INTO image_reviews AS r (image_id, concerns, provider, model, noted_at)
            SELECT id, ?, ?, ?, ? FROM images WHERE id = ?
            ON CONFLICT (image_id) DO UPDATE
            SET concerns = EXCLUDED.concerns, provider = EXCLUDED.provider, model = EXCLUDED.model, noted_at = EXCLUDED.noted_at,
                cleared_at = NULL, cleared_by = NULL
            WHERE r.cleared_at IS NULL OR NOT
                ARRAY(SELECT regexp_replace(c, '/[0-9]+$', '') FROM unnest(EXCLUDED.concerns) c)
                <@ ARRAY(SELECT regexp_replace(c, '/[0-9]+$', '') FROM unnest(r.concerns) c)
            """;
    private static final String CLEAR =
            "UPDATE image_reviews SET cleared_at = ?, cleared_by = ? WHERE image_id = ? AND cleared_at IS NULL";
    private static final String LIST = """
            SELECT r.image_id AS id, i.owner_id, r.concerns, r.provider, r.model, r.noted_at, r.cleared_at
            FROM image_reviews r JOIN images i ON i.id = r.image_id AND i.status = 'ready' AND i.trashed_at IS NULL WHERE
            """;

    private final Sql sql;

    PostgresReviews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void note(ImageId image, Provider by, List<Concern> concerns, Instant now) {
        String[] texts = concerns.stream().map(one -> one.name() + "/" + one.confidence().perMille()).toArray(String[]::new);
        sql.change(NOTE, texts, by.name(), by.model(), now, image.value());
    }

    @Override
    public boolean clear(ImageId image, UserId by, Instant now) {
        return sql.change(CLEAR, now, by.value(), image.value()) == 1;
    }

    @Override
    public Page<Review> list(boolean open, PageRequest page) {
        return new Query().add(LIST).add(open ? "r.cleared_at IS NULL" : "r.cleared_at IS NOT NULL")
                .page(sql, BY_IMAGE, page, PostgresReviews::review);
    }

    private static Review review(Row row) throws SQLException {
        return new Review(new ImageId(row.uuid("id")), new UserId(row.uuid("owner_id")),
                row.texts("concerns").stream().map(PostgresReviews::concern).toList(),
                new Provider(row.text("provider"), row.text("model")), row.time("noted_at"), row.timeOrNull("cleared_at"));
    }

    private static Concern concern(String nameAndConfidence) {
        int slash = nameAndConfidence.lastIndexOf('/');
        return new Concern(nameAndConfidence.substring(0, slash),
                new Confidence(Integer.parseInt(nameAndConfidence.substring(slash + 1))));
    }
}
