package dev.albumen.persistence.integrity;

import dev.albumen.application.integrity.StorageCheck;
import dev.albumen.application.integrity.StorageCheck.Tally;
import dev.albumen.application.integrity.StorageChecks;
import dev.albumen.application.integrity.StorageDefect;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresStorageChecks implements StorageChecks {

    private static final String LATEST = "SELECT * FROM storage_checks ORDER BY started_at DESC, id DESC LIMIT 1";
    private static final String BEGIN = """
            INSERT INTO storage_checks (id, repairs, started_at, started_by, updated_at, phase, place, contents, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String SAVE = """
            UPDATE storage_checks SET updated_at = ?, finished_at = ?, phase = ?, place = ?, checked_contents = ?,
                checked_bytes = ?, missing = ?, truncated = ?, altered = ?, missing_renditions = ?, rerendered = ?,
                listed_blobs = ?, orphans = ?, young_orphans = ?, version = ?
            WHERE id = ? AND version = ?
            """;
    private static final String FOUND =
            "INSERT INTO storage_defects (check_id, image_id, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final Order BY_IMAGE = Order.byId("d.id", false);

    private final Sql sql;

    PostgresStorageChecks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<StorageCheck> latest() {
        return sql.find(LATEST, PostgresStorageChecks::check);
    }

    @Override
    public boolean begin(StorageCheck check) {
        return sql.change(BEGIN, check.id(), check.repairs(), check.startedAt(), id(check.startedBy()), check.updatedAt(),
                check.phase().name(), check.place(), check.contents(), check.version()) == 1;
    }

    @Override
    public boolean save(StorageCheck check, List<StorageDefect> found) {
        Tally tally = check.tally();
        boolean saved = sql.change(SAVE, check.updatedAt(), check.finishedAt(), check.phase().name(), check.place(),
                tally.checkedContents(), tally.checkedBytes(), tally.missing(), tally.truncated(), tally.altered(),
                tally.missingRenditions(), tally.rerendered(), tally.listedBlobs(), tally.orphans(), tally.youngOrphans(),
                check.version(), check.id(), check.version() - 1) == 1;
        if (saved && !found.isEmpty()) {
            sql.changeEach(FOUND, found.stream()
                    .map(defect -> new Object[] {check.id(), defect.image().value(), defect.kind().name()})
                    .toList());
        }
        return saved;
    }

    @Override
    public Page<StorageDefect> defects(UUID check, PageRequest page) {
        return new Query().add("SELECT d.* FROM (SELECT image_id AS id, kind, check_id FROM storage_defects) d WHERE d.check_id = ?", check)
                .page(sql, BY_IMAGE, page,
                        row -> new StorageDefect(new ImageId(row.uuid("id")), StorageDefect.Kind.valueOf(row.text("kind"))));
    }

    private static StorageCheck check(Row row) throws SQLException {
        UUID by = row.uuidOrNull("started_by");
        Tally tally = new Tally(row.number("checked_contents"), row.number("checked_bytes"), row.number("missing"),
                row.number("truncated"), row.number("altered"), row.number("missing_renditions"), row.number("rerendered"),
                row.number("listed_blobs"), row.number("orphans"), row.number("young_orphans"));
        return new StorageCheck(row.uuid("id"), row.flag("repairs"), row.time("started_at"), by == null ? null : new UserId(by),
                row.time("updated_at"), row.timeOrNull("finished_at"), StorageCheck.Phase.valueOf(row.text("phase")),
                row.text("place"), row.number("contents"), tally, row.number("version"));
    }

    private static @Nullable UUID id(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
