package dev.albumen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.storage.BlobStore;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;
import dev.albumen.bootstrap.wiring.UseCases;
import dev.albumen.imaging.rendition.RunningEngine;
import io.micronaut.context.ApplicationContext;
import io.micronaut.flyway.FlywayConfigurationProperties;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ServiceContextTest {

    @TempDir
    static Path folder;

    private static final Settings SETTINGS = Settings.read(Map.of("ALBUMEN_PORT", "0"), Map.of());
    private static Home home;
    private static EmbeddedDatabase database;
    private static RunningEngine engine;
    private static ApplicationContext context;

    @BeforeAll
    static void start() {
        home = Home.open(folder.toString());
        database = EmbeddedDatabase.start(folder.resolve("postgres"));
        engine = PictureEngine.start(SETTINGS, home);
        context = ServiceContext.start(SETTINGS, home, database.access(), engine);
    }

    @AfterAll
    static void stop() {
        context.close();
        engine.close();
        database.close();
        home.close();
    }

    @Test
    void hasAllThatTheUseCasesNeed() {
        assertThat(UseCases.all())
                .hasSizeGreaterThan(50)
                .allSatisfy(useCase -> assertThat(context.getBean(useCase)).isNotNull());
        context.getBean(BlobStore.class).list("originals/", Optional.empty(), 1);
        assertThat(folder.resolve("blobs")).isDirectory();
    }

    @Test
    void hasChangesOfTheSchemaWaitNoLongerForLocksThanOthersCanWait() throws SQLException {
        FlywayConfigurationProperties flyway = context.getBean(FlywayConfigurationProperties.class);
        try (Connection connection = DriverManager.getConnection(flyway.getUrl(), flyway.getUser(), flyway.getPassword());
                Statement statement = connection.createStatement();
                ResultSet said = statement.executeQuery("SHOW lock_timeout")) {
            said.next();
            assertThat(said.getString(1)).isEqualTo("10s");
        }
    }

    /** Whoever reads a table keeps it from being changed, such as a backup. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isRefusedWhileAnotherSessionUsesATableThatIsToBeChanged() throws SQLException {
        DatabaseAccess older = another("older");
        Flyway before = Flyway.configure().dataSource(older.url(), older.user(), older.password()).target("42").load();
        before.migrate();
        try (Connection backup = connected(older); Statement statement = backup.createStatement()) {
            backup.setAutoCommit(false);
            statement.execute("LOCK TABLE label_runs IN ACCESS SHARE MODE");

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> ServiceContext.start(SETTINGS, home, older, engine, Duration.ofMillis(300)))
                    .withMessage("ALBUMEN_HOME: the schema could not be changed by V43__unanswered_labels.sql, because another session of the"
                            + " database held a lock for too long; end that session (pg_stat_activity lists them all), or wait until it is"
                            + " done, and start again");
        }
        assertThat(before.info().current().getVersion().getVersion()).as("nothing half done").isEqualTo("42");
        Flyway.configure().configuration(before.getConfiguration()).target("43").load().migrate();
    }

    private static DatabaseAccess another(String name) throws SQLException {
        DatabaseAccess access = database.access();
        try (Connection connection = connected(access); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
        }
        return new DatabaseAccess(access.url().replaceFirst("/\\w+$", "/" + name), access.user(), access.password());
    }

    private static Connection connected(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
