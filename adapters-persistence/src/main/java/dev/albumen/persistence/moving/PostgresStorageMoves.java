package dev.albumen.persistence.moving;

import dev.albumen.application.moving.BlobMove;
import dev.albumen.application.moving.StorageMove;
import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.moving.StorageMove.Tally;
import dev.albumen.application.moving.StorageMoves;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresStorageMoves implements StorageMoves {

    private static final String NOW = "SELECT clock_timestamp() AS now";
    private static final String LATEST = "SELECT * FROM storage_moves ORDER BY started_at DESC, id DESC LIMIT 1";
    private static final String BEGIN = """
            INSERT INTO storage_moves (id, from_place, to_place, state, phase, turning, trusted, place, rate_mib, keep_seconds, started_at,
                started_by, phase_at, updated_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String SAVE = """
            UPDATE storage_moves SET from_place = ?, to_place = ?, state = ?, phase = ?, turning = ?, trusted = ?, place = ?, rate_mib = ?,
                keep_seconds = ?, phase_at = ?, updated_at = ?, finished_at = ?, copied = ?, copied_bytes = ?, deleted = ?,
                retried = ?, problem = ?, worker = ?, version = ?
            WHERE id = ? AND version = ?
            """;
    private static final String RENEW = "UPDATE storage_moves SET updated_at = clock_timestamp() WHERE id = ? AND worker = ?";
    private static final String STILL = "SELECT id FROM storage_moves WHERE id = ? AND version = ? FOR SHARE";
    private static final String ON_ITS_WAY = """
            INSERT INTO moved_blobs (move_id, key, state, byte_size, modified_at, tries, problem) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (move_id, key) DO UPDATE SET state = EXCLUDED.state, byte_size = EXCLUDED.byte_size,
                modified_at = EXCLUDED.modified_at, tries = EXCLUDED.tries, problem = EXCLUDED.problem
            """;
    private static final String OVER = "DELETE FROM moved_blobs WHERE move_id = ? AND key = ANY (?)";
    private static final String ALL_OVER = "DELETE FROM moved_blobs WHERE move_id = ?";
    private static final String AGAIN = """
            UPDATE moved_blobs SET state = 'COPYING', tries = 0, problem = '' WHERE move_id = ? AND state = 'FAILED'
            """;
    private static final String KNOWN = "SELECT * FROM moved_blobs WHERE move_id = ? AND key = ANY (?)";
    private static final String IN = "SELECT * FROM moved_blobs WHERE move_id = ? AND state = ? ORDER BY tries, key LIMIT ?";
    private static final String COUNT = "SELECT state, count(*) AS blobs FROM moved_blobs WHERE move_id = ? GROUP BY state";

    private final Sql sql;

    PostgresStorageMoves(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Instant now() {
        return sql.one(NOW, row -> row.time("now"));
    }

    @Override
    public Optional<StorageMove> latest() {
        return sql.find(LATEST, PostgresStorageMoves::move);
    }

    @Override
    public boolean begin(StorageMove move) {
        return sql.change(BEGIN, move.id(), move.from().name(), move.to().name(), move.state().name(), move.phase().name(),
                move.turning(), move.trusted(), move.place(), move.manner().rateMib(), move.manner().keep().toSeconds(), move.startedAt(),
                id(move.startedBy()), move.phaseAt(), move.updatedAt(), move.version()) == 1;
    }

    @Override
    public boolean save(StorageMove move, List<BlobMove> changed, List<BlobKey> over) {
        boolean saved = saved(move);
        if (saved && !changed.isEmpty()) {
            sql.changeEach(ON_ITS_WAY, rows(move, changed));
        }
        if (saved && !over.isEmpty()) {
            sql.change(OVER, move.id(), names(over));
        }
        return saved;
    }

    @Override
    public boolean restart(StorageMove move) {
        return saved(move, ALL_OVER);
    }

    @Override
    public boolean retry(StorageMove move) {
        return saved(move, AGAIN);
    }

    /** With what then becomes of all its blobs. */
    private boolean saved(StorageMove move, String blobs) {
        boolean saved = saved(move);
        if (saved) {
            sql.change(blobs, move.id());
        }
        return saved;
    }

    private boolean saved(StorageMove move) {
        Tally tally = move.tally();
        return sql.change(SAVE, move.from().name(), move.to().name(), move.state().name(), move.phase().name(), move.turning(),
                move.trusted(), move.place(), move.manner().rateMib(), move.manner().keep().toSeconds(), move.phaseAt(), move.updatedAt(),
                move.finishedAt(), tally.copied(), tally.copiedBytes(), tally.deleted(), tally.retried(), move.problem(), move.worker(),
                move.version(), move.id(), move.version() - 1) == 1;
    }

    @Override
    public void renew(UUID move, UUID worker) {
        sql.change(RENEW, move, worker);
    }

    @Override
    public boolean announce(StorageMove move, List<BlobMove> blobs) {
        sql.requireTransaction();
        if (sql.find(STILL, row -> row.uuid("id"), move.id(), move.version()).isEmpty()) {
            return false;
        }
        sql.changeEach(ON_ITS_WAY, rows(move, blobs));
        return true;
    }

    private static List<@Nullable Object[]> rows(StorageMove move, List<BlobMove> blobs) {
        return blobs.stream().map(blob -> new @Nullable Object[] {
                move.id(), blob.key().value(), blob.state().name(), blob.byteSize(), blob.modifiedAt(), blob.tries(), blob.problem()})
                .toList();
    }

    @Override
    public Map<BlobKey, BlobMove> known(UUID move, Collection<BlobKey> keys) {
        return sql.list(KNOWN, PostgresStorageMoves::blob, move, names(keys)).stream().collect(Collectors.toMap(BlobMove::key, blob -> blob));
    }

    @Override
    public List<BlobMove> in(UUID move, BlobMove.State state, int limit) {
        return sql.list(IN, PostgresStorageMoves::blob, move, state.name(), limit);
    }

    @Override
    public Map<BlobMove.State, Long> count(UUID move) {
        return sql.list(COUNT, row -> Map.entry(BlobMove.State.valueOf(row.text("state")), row.number("blobs")), move).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] names(Collection<BlobKey> keys) {
        return keys.stream().map(BlobKey::value).toArray(String[]::new);
    }

    private static StorageMove move(Row row) throws SQLException {
        UUID by = row.uuidOrNull("started_by");
        return new StorageMove(row.uuid("id"), BlobPlace.valueOf(row.text("from_place")), BlobPlace.valueOf(row.text("to_place")),
                StorageMove.State.valueOf(row.text("state")), StorageMove.Phase.valueOf(row.text("phase")), row.flag("turning"),
                row.flag("trusted"), row.text("place"), Manner.stored(row.integerOrNull("rate_mib"), row.number("keep_seconds")),
                row.time("started_at"), by == null ? null : new UserId(by), row.time("phase_at"), row.time("updated_at"),
                row.timeOrNull("finished_at"),
                new Tally(row.number("copied"), row.number("copied_bytes"), row.number("deleted"), row.number("retried")),
                row.text("problem"), row.uuidOrNull("worker"), row.number("version"));
    }

    private static BlobMove blob(Row row) throws SQLException {
        return new BlobMove(new BlobKey(row.text("key")), BlobMove.State.valueOf(row.text("state")), row.number("byte_size"),
                row.timeOrNull("modified_at"), row.integer("tries"), row.text("problem"));
    }

    private static @Nullable UUID id(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
