package dev.albumen.bootstrap.database;

import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.StartRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL that somebody else runs. */
public record ExistingDatabase(DatabaseAccess access) implements Database {

    private static final int OLDEST_VERSION = 18;

    /** @throws StartRefused where it does not answer or is too old */
    public static ExistingDatabase at(DatabaseAccess access) {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw refused("this is PostgreSQL " + version + ", " + OLDEST_VERSION + " is the oldest that will do");
            }
            return new ExistingDatabase(access);
        } catch (SQLException e) {
            throw refused("the database does not take the connection: " + e.getMessage());
        }
    }

    private static StartRefused refused(String reason) {
        return new StartRefused(KnownSettings.DATABASE_URL.variable(), reason);
    }

    @Override
    public void close() {
        // It goes on without us.
    }
}
