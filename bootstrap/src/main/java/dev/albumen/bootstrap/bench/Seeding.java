package dev.albumen.bootstrap.bench;

import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.persistence.image.SeededImages;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Puts rows straight into the database of a running instance. */
final class Seeding {

    private Seeding() {}

    /** The database that the settings of {@code run} name: an existing one, or the one that runs in the home. */
    static DatabaseAccess databaseBySettings() {
        Settings settings = Settings.read(System.getenv(), Map.of());
        return settings.find(KnownSettings.DATABASE_URL)
                .map(url -> new DatabaseAccess(
                        url,
                        settings.get(KnownSettings.DATABASE_USER),
                        settings.find(KnownSettings.DATABASE_PASSWORD).orElse("")))
                .orElseGet(() -> embedded(Home.folder(settings.get(KnownSettings.HOME))));
    }

    private static DatabaseAccess embedded(Path home) {
        return EmbeddedDatabase.runningIn(home.resolve("postgres"))
                .map(EmbeddedDatabase.Running::access)
                .orElseThrow(() -> new BenchFailed("ALBUMEN_HOME: no Albumen runs on " + home));
    }

    static void seed(DatabaseAccess database, String user, int images) {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            if (!SeededImages.add(connection, user, images)) {
                throw new BenchFailed("There is no account \"" + user + "\" in " + database);
            }
        } catch (SQLException e) {
            throw new BenchFailed("The database " + database + " did not take the rows: " + e.getMessage());
        }
    }
}
