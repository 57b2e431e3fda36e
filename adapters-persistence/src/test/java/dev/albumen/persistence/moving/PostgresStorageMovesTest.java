package dev.albumen.persistence.moving;

import static dev.albumen.application.moving.StorageMove.Manner.LONGEST;
import static dev.albumen.application.moving.StorageMove.Manner.MOST_MIB;
import static dev.albumen.application.storage.BlobPlace.DISK;
import static dev.albumen.application.storage.BlobPlace.S3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.albumen.application.moving.BlobMove;
import dev.albumen.application.moving.StorageMove;
import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.moving.StorageMoves;
import dev.albumen.application.moving.StorageMovesContract;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStorageMovesTest extends StorageMovesContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected StorageMoves moves() {
        return POSTGRES.bean(StorageMoves.class);
    }

    @Override
    protected void writing(Runnable work) {
        POSTGRES.bean(Transactions.class).writing(work);
    }

    /** As a command beside the instance does it. */
    private static boolean beside(Work work) throws SQLException {
        DatasourceConfiguration database = POSTGRES.bean(DatasourceConfiguration.class);
        try (Connection connection = DriverManager.getConnection(database.getUrl(), database.getUsername(), database.getPassword())) {
            return work.on(new MoveBeside(connection));
        }
    }

    private interface Work {
        boolean on(MoveBeside move) throws SQLException;
    }

    @Test
    void goesByTheClockOfTheDatabaseWhateverThatOfTheNode() throws SQLException {
        assertThat(beside(move -> move.begin(S3, DISK, null, Duration.ZERO))).isTrue();
        UUID worker = new UUID(5, 5);
        change("UPDATE storage_moves SET worker = '" + worker + "'");
        UUID move = moves().latest().orElseThrow().id();
        Instant soon = Instant.now().plus(Duration.ofMinutes(30));

        writing(() -> {
            change("CREATE SCHEMA hour_ahead");
            change("CREATE FUNCTION hour_ahead.clock_timestamp() RETURNS timestamptz RETURN pg_catalog.clock_timestamp() + interval '1 hour'");
            change("SET LOCAL search_path = hour_ahead, pg_catalog, public");
            assertThat(moves().now()).isAfter(soon);
            moves().renew(move, worker);
            assertThat(moves().latest()).hasValueSatisfying(now -> assertThat(now.updatedAt()).isAfter(soon));
            change("DROP SCHEMA hour_ahead CASCADE");
        });
    }

    @Test
    void keepsNoMoveThatItsReadersWouldNotTake() throws SQLException {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> beside(move -> move.begin(S3, DISK, null, LONGEST.plusSeconds(1))))
                .withMessageContaining("storage_moves_manner");
        assertThat(beside(move -> move.begin(S3, DISK, MOST_MIB, LONGEST))).isTrue();
        assertThat(moves().latest()).hasValueSatisfying(move -> assertThat(move.manner()).isEqualTo(new Manner(MOST_MIB, LONGEST)));
    }

    @Test
    void knowsWhetherAMoveGoesWhereBlobsAreReadFirst() throws SQLException {
        assertThat(beside(move -> move.begin(S3, DISK, null, Duration.ZERO))).isTrue();
        assertThat(moves().latest()).hasValueSatisfying(move -> assertThat(move.trusted()).isFalse());
        StorageMove move = moves().latest().orElseThrow();
        finish(move);
        assertThat(beside(other -> other.begin(S3, DISK, null, Duration.ZERO))).isTrue();
        assertThat(moves().latest()).as("as the last one left it").hasValueSatisfying(now -> assertThat(now.trusted()).isTrue());
    }

    @Test
    void trustsThePlaceOfTheSettingsWhereNothingWasMoved() throws SQLException {
        assertThat(beside(move -> move.begin(S3, S3, null, Duration.ZERO))).isTrue();
        assertThat(moves().latest()).hasValueSatisfying(move -> assertThat(move.trusted()).isTrue());
    }

    @Test
    void triesWhatFailedAgainAndNothingElse() throws SQLException {
        BlobKey failed = new BlobKey("originals/a");
        BlobKey kept = new BlobKey("originals/b");
        beside(move -> move.begin(S3, DISK, null, Duration.ZERO));
        change("UPDATE storage_moves SET phase = 'COPYING', state = 'STUCK'");
        change("""
                INSERT INTO moved_blobs (move_id, key, state, byte_size, modified_at, tries, problem)
                SELECT id, blob.key, blob.state, 7, now(), 5, 'it was changed'
                FROM storage_moves, (VALUES ('originals/a', 'FAILED'), ('originals/b', 'KEPT')) AS blob (key, state)
                """);
        beside(move -> {
            move.resume();
            return true;
        });

        StorageMove move = moves().latest().orElseThrow();
        assertThat(move.state()).isEqualTo(StorageMove.State.RUNNING);
        assertThat(move.trusted()).isFalse();
        assertThat(move.place()).isEqualTo(StorageMove.END);
        assertThat(moves().in(move.id(), BlobMove.State.COPYING, 9)).extracting(BlobMove::key, BlobMove::tries).containsExactly(tuple(failed, 0));
        assertThat(moves().in(move.id(), BlobMove.State.KEPT, 9)).extracting(BlobMove::key).containsExactly(kept);
    }

    private static void finish(StorageMove move) {
        change("UPDATE storage_moves SET state = 'FINISHED', phase = 'CHECKING', finished_at = now() WHERE id = '" + move.id() + "'");
    }

    private static void change(String sql) {
        POSTGRES.bean(Sql.class).change(sql);
    }
}
