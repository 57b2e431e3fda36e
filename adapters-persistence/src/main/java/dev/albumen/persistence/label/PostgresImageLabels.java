package dev.albumen.persistence.label;

import dev.albumen.application.label.ImageLabels;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Label;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.tag.TagName;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresImageLabels implements ImageLabels {

    private static final String COLUMNS = "l.name, l.category, l.confidence, l.parents, l.provider, l.model";
    private static final String LABELS = """
            SELECT l.name, l.category, l.confidence, l.provider, l.model, ARRAY(
                SELECT p.name FROM unnest(l.parents) WITH ORDINALITY p (name, place) WHERE NOT EXISTS (
                    SELECT 1 FROM blocked_labels b JOIN images i ON i.id = l.image_id
                    WHERE b.name = p.name AND (b.owner_id IS NULL OR b.owner_id = i.owner_id))
                ORDER BY p.place) AS parents
            , CASE WHEN l.state = 'accepted' AND NOT EXISTS (
                SELECT 1 FROM image_tags it JOIN tags t ON t.id = it.tag_id WHERE it.image_id = l.image_id AND t.name = l.name)
                THEN 'rejected' ELSE l.state END AS state
            FROM image_labels l WHERE l.image_id = ? ORDER BY l.confidence DESC, l.name
            """;
    private static final String DECIDED = "SELECT l.image_id, " + COLUMNS + """
            , CASE WHEN l.state = 'accepted' AND NOT EXISTS (
                SELECT 1 FROM image_tags it JOIN tags t ON t.id = it.tag_id WHERE it.image_id = l.image_id AND t.name = l.name)
                THEN 'rejected' ELSE l.state END AS state
            FROM image_labels l WHERE l.image_id = ANY (?) AND l.state <> 'suggested' ORDER BY l.image_id, l.name
            """;
    private static final String SETTLE = """
            INSERT INTO image_labels AS l (image_id, name, category, confidence, parents, provider, model, state, found_at, decided_at)
            SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM images WHERE id = ?
            ON CONFLICT (image_id, name) DO UPDATE SET state = EXCLUDED.state, decided_at = EXCLUDED.decided_at WHERE l.state = 'suggested'
            """;
    private static final String STATUS = "SELECT status, failure, provider, model, at FROM image_labelings WHERE image_id = ?";
    private static final String FIND =
            "SELECT " + COLUMNS + ", l.state FROM image_labels l WHERE l.image_id = ? AND l.name = ? FOR UPDATE";
    private static final String DECIDE = """
            UPDATE image_labels SET state = ?, decided_at = ? WHERE image_id = ? AND name = ? AND state <> ?
            """;
    /**
     * First, so that of two who label the same image one waits for the other. A model that is known stays as it is, unlocked, so
     * that those who label other images do not wait for each other.
     */
    private static final String LABELLED = """
            WITH said AS (SELECT CAST(? AS text) AS provider, CAST(? AS text) AS model),
                learnt AS (
                    INSERT INTO labeler_models (provider, model) SELECT s.provider, s.model FROM said s
                    WHERE NOT EXISTS (SELECT 1 FROM labeler_models m WHERE m.provider = s.provider AND m.model = s.model)
                    ON CONFLICT (provider) DO UPDATE SET model = EXCLUDED.model)
            INSERT INTO image_labelings (image_id, status, failure, provider, model, at)
            SELECT i.id, 'labelled', NULL, s.provider, s.model, ? FROM images i CROSS JOIN said s WHERE i.id = ?
            ON CONFLICT (image_id) DO UPDATE
            SET status = 'labelled', failure = NULL, provider = EXCLUDED.provider, model = EXCLUDED.model, at = EXCLUDED.at
            """;
    private static final String SUGGEST = """
            INSERT INTO image_labels (image_id, name, category, confidence, parents, provider, model, state, found_at)
            SELECT i.id, f.name, ?, ?, ?, ?, ?, 'suggested', ?
            FROM images i CROSS JOIN (SELECT CAST(? AS text) AS name) f
            WHERE i.id = ? AND NOT EXISTS (
                SELECT 1 FROM blocked_labels b WHERE b.name = f.name AND (b.owner_id IS NULL OR b.owner_id = i.owner_id))
            ON CONFLICT (image_id, name) DO UPDATE
            SET category = EXCLUDED.category, confidence = EXCLUDED.confidence, parents = EXCLUDED.parents,
                provider = EXCLUDED.provider, model = EXCLUDED.model, found_at = EXCLUDED.found_at
            WHERE image_labels.state = 'suggested'
            """;
    private static final String DROP_OTHERS =
            "DELETE FROM image_labels WHERE image_id = ? AND state = 'suggested' AND name <> ALL (?)";
    private static final String AWAIT = """
            INSERT INTO image_labelings AS l (image_id, status, at) SELECT id, 'waiting', ? FROM images WHERE id = ?
            ON CONFLICT (image_id) DO UPDATE SET status = 'waiting', failure = NULL, at = EXCLUDED.at WHERE l.status <> 'waiting'
            """;
    private static final String MARK = """
            INSERT INTO image_labelings (image_id, status, failure, at) SELECT id, ?, ?, ? FROM images WHERE id = ?
            ON CONFLICT (image_id) DO UPDATE SET status = EXCLUDED.status, failure = EXCLUDED.failure, at = EXCLUDED.at
            """;
    private static final String POSTPONED =
            "SELECT image_id FROM image_labelings WHERE status = 'postponed' AND at < ? ORDER BY at, image_id LIMIT ?";

    private final Sql sql;

    PostgresImageLabels(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Sheet of(ImageId image) {
        List<Label> labels = sql.list(LABELS, PostgresImageLabels::label, image.value());
        return sql.find(STATUS, row -> sheet(row, labels), image.value())
                .orElseGet(() -> new Sheet(Status.NONE, null, null, null, labels));
    }

    @Override
    public Optional<Label> find(ImageId image, TagName name) {
        sql.requireTransaction();
        return sql.find(FIND, PostgresImageLabels::label, image.value(), name.value());
    }

    @Override
    public boolean decide(ImageId image, TagName name, LabelState state, Instant now) {
        return sql.change(DECIDE, text(state), state == LabelState.SUGGESTED ? null : now, image.value(), name.value(), text(state)) == 1;
    }

    @Override
    public Map<ImageId, List<Label>> decided(Set<ImageId> images) {
        Map<ImageId, List<Label>> decided = new HashMap<>();
        sql.list(DECIDED, row -> decided.computeIfAbsent(new ImageId(row.uuid("image_id")), id -> new ArrayList<>()).add(label(row)),
                (Object) images.stream().map(ImageId::value).toArray(UUID[]::new));
        return decided;
    }

    @Override
    public void reject(ImageId image, Finding found, Provider by, Instant now) {
        settle(image, found, by, LabelState.REJECTED, now);
    }

    @Override
    public void accept(ImageId image, Finding found, Provider by, Instant now) {
        settle(image, found, by, LabelState.ACCEPTED, now);
    }

    private void settle(ImageId image, Finding found, Provider by, LabelState state, Instant now) {
        sql.change(SETTLE, found.name().value(), found.category(), found.confidence().perMille(),
                found.parents().stream().map(TagName::value).toArray(String[]::new), by.name(), by.model(), text(state), now, now, image.value());
    }

    @Override
    public void record(ImageId image, Provider by, List<Finding> found, Instant now) {
        sql.requireTransaction();
        if (sql.change(LABELLED, by.name(), by.model(), now, image.value()) == 0) {
            return;
        }
        BlockingLock.share(sql);
        sql.change(DROP_OTHERS, image.value(), found.stream().map(one -> one.name().value()).toArray(String[]::new));
        sql.changeEach(SUGGEST, found.stream()
                .sorted(Comparator.comparing(one -> one.name().value()))
                .map(one -> row(image, by, one, now))
                .toList());
    }

    private static @Nullable Object[] row(ImageId image, Provider by, Finding one, Instant now) {
        return new @Nullable Object[] {one.category(), one.confidence().perMille(),
            one.parents().stream().map(TagName::value).toArray(String[]::new), by.name(), by.model(), now, one.name().value(),
            image.value()};
    }

    @Override
    public boolean await(ImageId image, Instant now) {
        return sql.change(AWAIT, now, image.value()) == 1;
    }

    @Override
    public void mark(ImageId image, Status status, @Nullable String failure, Instant now) {
        sql.change(MARK, text(status), failure, now, image.value());
    }

    @Override
    public List<ImageId> postponed(Instant before, int limit) {
        return sql.list(POSTPONED, row -> new ImageId(row.uuid("image_id")), before, limit);
    }

    private static Sheet sheet(Row row, List<Label> labels) throws SQLException {
        String provider = row.textOrNull("provider");
        return new Sheet(Status.valueOf(row.text("status").toUpperCase(Locale.ROOT)), row.textOrNull("failure"),
                provider == null ? null : new Provider(provider, row.text("model")), row.time("at"), labels);
    }

    private static Label label(Row row) throws SQLException {
        Finding found = new Finding(new TagName(row.text("name")), row.textOrNull("category"),
                new Confidence(row.integer("confidence")), row.texts("parents").stream().map(TagName::new).toList());
        return new Label(found, new Provider(row.text("provider"), row.text("model")),
                LabelState.valueOf(row.text("state").toUpperCase(Locale.ROOT)));
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
