package dev.albumen.bootstrap.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.bootstrap.bench.BenchFailed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggedStatementsTest {

    private static final String LOG = """
            2026-01-02 03:04:05.678 UTC [11] LOG:  execute S_1: SELECT id -- the newest
            \tFROM images
            \tWHERE owner_id = $1::uuid AND title <> $12 AND trashed_at IS NOT DISTINCT FROM $2
            2026-01-02 03:04:05.678 UTC [11] DETAIL:  Parameters: $1 = 'ada-id', $2 = NULL, $12 = 'it''s'
            2026-01-02 03:04:05.679 UTC [12] LOG:  execute <unnamed>: UPDATE albums SET title = $1
            2026-01-02 03:04:05.679 UTC [12] DETAIL:  Parameters: $1 = 'other'
            2026-01-02 03:04:05.680 UTC [11] LOG:  execute S_2: SELECT 1
            2026-01-02 03:04:05.681 UTC [11] LOG:  execute <unnamed>: COMMIT
            2026-01-02 03:04:05.682 UTC [12] LOG:  execute <unnamed>: SELECT 2
            """;

    @Test
    void takesWhatOneSessionReadWithItsValues() {
        LoggedStatements statements = LoggedStatements.ofSessionsThatAskedFor("ada-id", LOG);

        assertThat(statements.script()).isEqualTo("""
                SELECT id FROM images WHERE owner_id = :s0_1::uuid AND title <> :s0_12 AND trashed_at IS NOT DISTINCT FROM NULL;
                SELECT 1;
                """);
        assertThat(statements.values()).isEqualTo(Map.of("s0_1", "ada-id", "s0_12", "it's"));
    }

    @Test
    void saysSoWhereNobodyAsked() {
        assertThatThrownBy(() -> LoggedStatements.ofSessionsThatAskedFor("bob-id", LOG)).isInstanceOf(BenchFailed.class);
    }
}
