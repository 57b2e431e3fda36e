package dev.albumen.persistence.label;

import dev.albumen.application.label.LabelRun;
import dev.albumen.application.label.LabelRuns;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresLabelRuns implements LabelRuns {

    static final String SELECT = "SELECT * FROM label_runs ";
    private static final String LATEST =
            SELECT + "WHERE owner_id IS NOT DISTINCT FROM CAST(? AS uuid) ORDER BY started_at DESC, id DESC LIMIT 1";
    private static final String BEGIN = """
            INSERT INTO label_runs (id, owner_id, again, state, started_at, updated_at, images, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String SAVE = """
            UPDATE label_runs SET state = ?, updated_at = ?, place = ?, labelled = ?, failed = ?, skipped = ?, unanswered = ?, version = ?
            WHERE id = ? AND version = ?
            """;
    private static final String POSTPONED = SELECT + "WHERE state = 'postponed' ORDER BY updated_at, id";
    /** Those without renditions were entered for measuring, and have nothing to look at. */
    private static final String WANTED = """
            FROM images i WHERE i.status = 'ready' AND i.trashed_at IS NULL AND cardinality(i.renditions) > 0
            """;
    private static final String NOT_YET = """
            AND NOT EXISTS (SELECT 1 FROM image_labelings l
                WHERE l.image_id = i.id AND l.status = 'labelled' AND l.provider = ? AND l.model = ?)
            """;

    static final String LAST_SEEN = "SELECT provider, model FROM labeler_models WHERE provider = ?";

    private final Sql sql;

    PostgresLabelRuns(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<LabelRun> find(UUID id) {
        return sql.find(SELECT + "WHERE id = ?", PostgresLabelRuns::run, id);
    }

    @Override
    public Optional<LabelRun> latest(Optional<UserId> owner) {
        return sql.find(LATEST, PostgresLabelRuns::run, owner.map(UserId::value).orElse(null));
    }

    @Override
    public boolean begin(LabelRun run) {
        return sql.change(BEGIN, run.id(), id(run.owner()), run.again(), text(run), run.startedAt(), run.updatedAt(), run.images(),
                run.version()) == 1;
    }

    @Override
    public boolean save(LabelRun run) {
        ImageId place = run.place();
        return sql.change(SAVE, text(run), run.updatedAt(), place == null ? null : place.value(), run.tally().labelled(),
                run.tally().failed(), run.tally().skipped(),
                run.unanswered().stream().map(ImageId::value).toArray(UUID[]::new), run.version(), run.id(), run.version() - 1) == 1;
    }

    @Override
    public List<LabelRun> postponed() {
        return sql.list(POSTPONED, PostgresLabelRuns::run);
    }

    @Override
    public Optional<Provider> lastSeen(String name) {
        return sql.find(LAST_SEEN, row -> new Provider(row.text("provider"), row.text("model")), name);
    }

    @Override
    public long count(Wanted wanted) {
        return narrowed("SELECT count(*) AS images", wanted).find(sql, row -> row.number("images")).orElseThrow();
    }

    @Override
    public List<ImageId> after(Wanted wanted, Optional<ImageId> image, int limit) {
        Query query = narrowed("SELECT i.id", wanted);
        image.ifPresent(last -> query.add("AND i.id > ?", last.value()));
        return query.add("ORDER BY i.id LIMIT " + limit).list(sql, row -> new ImageId(row.uuid("id")));
    }

    private static Query narrowed(String what, Wanted wanted) {
        Query query = new Query().add(what).add(WANTED);
        wanted.owner().ifPresent(owner -> query.add("AND i.owner_id = ?", owner.value()));
        return wanted.again() ? query : query.add(NOT_YET, wanted.by().name(), wanted.by().model());
    }

    private static LabelRun run(Row row) throws SQLException {
        UUID owner = row.uuidOrNull("owner_id");
        UUID place = row.uuidOrNull("place");
        return new LabelRun(row.uuid("id"), owner == null ? null : new UserId(owner), row.flag("again"),
                LabelRun.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)), row.time("started_at"), row.time("updated_at"),
                place == null ? null : new ImageId(place), row.number("images"),
                new LabelRun.Tally(row.number("labelled"), row.number("failed"), row.number("skipped")),
                row.uuids("unanswered").stream().map(ImageId::new).toList(), row.number("version"));
    }

    private static String text(LabelRun run) {
        return run.state().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable UUID id(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
