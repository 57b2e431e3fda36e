package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.shared.Tokens;
import dev.albumen.application.shared.Transactions;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes of two releases run on one schema while they are replaced one after the other. */
class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)(_\\d+)?__[a-z_0-9]+\\.sql");
    /** Up to this one they came before anything was released. */
    private static final int BEFORE_THE_FIRST_RELEASE = 37;
    /** Up to this one nothing looked for long locks, and what ran may not be changed. */
    private static final int BEFORE_LOCKS_WERE_LOOKED_FOR = 42;

    @Test
    void takeNothingAwayThatTheReleaseBeforeUsesAndKeepNoTableLocked() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(MIGRATIONS)) {
            files = listed.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Matcher name = VERSION.matcher(file.getFileName().toString());
            assertThat(name.matches()).as(file.toString()).isTrue();
            if (Integer.parseInt(name.group(1)) > BEFORE_THE_FIRST_RELEASE) {
                assertThat(Contractions.in(Files.readString(file))).as("see docs/how-to/change-the-schema.md: " + file).isEmpty();
            }
            if (Integer.parseInt(name.group(1)) > BEFORE_LOCKS_WERE_LOOKED_FOR) {
                assertThat(LongLocks.in(Files.readString(file))).as("see docs/how-to/change-the-schema.md: " + file).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "DROP TABLE images;", "drop view seen", "ALTER TABLE images DROP COLUMN title;", "ALTER TABLE images\n  RENAME COLUMN a TO b",
        "ALTER TABLE images RENAME TO pictures;", "ALTER TABLE images RENAME a TO b;", "ALTER TABLE images ALTER COLUMN a TYPE bigint;",
        "ALTER TABLE images ALTER COLUMN a SET DATA TYPE bigint", "ALTER TABLE images ALTER COLUMN a SET NOT NULL;",
        "ALTER TABLE images ADD COLUMN a text NOT NULL;", "ALTER TABLE images ADD COLUMN a text NOT NULL, ADD COLUMN b text;",
        "ALTER TABLE images ALTER COLUMN a DROP DEFAULT;", "DROP TYPE state;"})
    void areRecognisedWhereTheyTakeSomethingAway(String statement) {
        assertThat(Contractions.in(statement)).isNotEmpty();
        assertThat(Contractions.in("-- contracts: unused since 1.4\n" + statement)).as("as it says").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE TABLE a (b text NOT NULL);", "ALTER TABLE a ADD COLUMN b text;", "ALTER TABLE a ADD COLUMN b text NOT NULL DEFAULT '';",
        "ALTER TABLE a ADD COLUMN b integer DEFAULT 5 NOT NULL, ADD COLUMN c text;", "CREATE INDEX a_b ON a (b);", "-- DROP TABLE a;",
        "ALTER TABLE a ADD COLUMN b bigint NOT NULL GENERATED ALWAYS AS (c + 1) STORED;", "DROP INDEX a_b;", "UPDATE a SET b = 1;"})
    void areLeftAloneWhereTheyOnlyAdd(String statement) {
        assertThat(Contractions.in(statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE INDEX a_b ON images (b);", "create unique index a_b on images (b)", "ALTER TABLE images ADD CONSTRAINT c CHECK (b > 0);",
        "ALTER TABLE images ADD COLUMN b text CHECK (b <> '');", "ALTER TABLE images ADD COLUMN b uuid REFERENCES albums (id);",
        "ALTER TABLE images ADD CONSTRAINT c UNIQUE (b);", "ALTER TABLE images ADD COLUMN b bigint GENERATED ALWAYS AS (c + 1) STORED;"})
    void areRecognisedWhereTheyKeepATableLockedWhileAllItsRowsAreRead(String statement) {
        assertThat(LongLocks.in(statement)).isNotEmpty();
        assertThat(LongLocks.in("-- locks: images is small\n" + statement)).as("as it says").isEmpty();
        assertThat(LongLocks.in("CREATE TABLE images (b text);\n" + statement)).as("nobody uses it yet").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE INDEX CONCURRENTLY a_b ON images (b);", "ALTER TABLE images ADD CONSTRAINT c CHECK (b > 0) NOT VALID;",
        "ALTER TABLE images VALIDATE CONSTRAINT c;", "ALTER TABLE images ADD COLUMN b text;", "-- CREATE INDEX a_b ON images (b);",
        "ALTER TABLE images ADD CONSTRAINT c UNIQUE USING INDEX a_b;", "CREATE TABLE a (b text CHECK (b <> ''));"})
    void areLeftAloneWhereTheirLocksAreShort(String statement) {
        assertThat(LongLocks.in(statement)).isEmpty();
    }

    @Test
    void ofALaterReleaseKeepNoNodeFromStarting() throws SQLException {
        Map<String, Object> database = TestServer.freshDatabase();
        try (Connection connection = DriverManager.getConnection(database.get("datasources.default.url").toString(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE images ADD COLUMN of_a_later_release text");
            statement.execute("CREATE TABLE of_a_later_release (id uuid PRIMARY KEY)");
            statement.execute("""
                    INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    SELECT max(installed_rank) + 1, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'postgres', 1, true FROM flyway_schema_history
                    """);
        }
        ApplicationContext context = ApplicationContext.builder().properties(database).build();
        context.registerSingleton(Secrets.class, new FakeSecrets());
        context.registerSingleton(Tokens.class, new SecureTokens());
        try (ApplicationContext node = context.start()) {
            long images = node.getBean(Transactions.class).read(() -> node.getBean(Sql.class)
                    .one("SELECT count(*) AS n FROM images", row -> row.number("n")));
            assertThat(images).isZero();
        }
    }
}
