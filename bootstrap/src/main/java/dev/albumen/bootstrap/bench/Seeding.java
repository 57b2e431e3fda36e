package dev.albumen.bootstrap.bench;

import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.RunningDatabase;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;
import dev.albumen.persistence.image.SeededImages;
import dev.albumen.persistence.shared.MeasuredDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Puts rows straight into the database of a running instance. */
public final class Seeding {

    private Seeding() {}

    /** The database that the settings of {@code run} name: an existing one, or the one that runs in the home. */
    static DatabaseAccess databaseBySettings() {
        try {
            return RunningDatabase.of(Settings.read(System.getenv(), Map.of()));
        } catch (StartRefused none) {
            throw new BenchFailed(String.valueOf(none.getMessage()));
        }
    }

    /** Adds so many images without files to an account. */
    public static void seed(DatabaseAccess database, String user, int images) {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            if (!SeededImages.add(connection, user, images)) {
                throw new BenchFailed("There is no account \"" + user + "\" in " + database);
            }
        } catch (SQLException e) {
            throw new BenchFailed("The database " + database + " did not take the rows: " + e.getMessage());
        }
    }

    /** Does what a database does by itself when it has time: so many rows at once leave indexes unsorted and pages unwritten. */
    static void settle(DatabaseAccess database) {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            MeasuredDatabase.settle(connection);
        } catch (SQLException e) {
            throw new BenchFailed("The database " + database + " did not get its rows in order: " + e.getMessage());
        }
    }
}
