package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.database.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The database and the blobs of a running instance, laid hands on behind its back. */
final class Instance {

    private final DatabaseAccess database;
    private final Path blobs;

    Instance(DatabaseAccess database, Path blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /** Says it where it changed something; everything else would be a defect that was not planted. */
    void change(String sql, Object... values) {
        try (Connection connection = connect(); PreparedStatement statement = prepared(connection, sql, values)) {
            if (!statement.execute() && statement.getUpdateCount() == 0 && sql.matches("(?is)(INSERT|UPDATE|DELETE).*")) {
                throw new AssertionError("nothing was changed by " + sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    String text(String sql, Object... values) {
        try (Connection connection = connect(); PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    byte[] read(String key) {
        try {
            return Files.readAllBytes(blobs.resolve(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String key, byte[] bytes) {
        try {
            Files.createDirectories(blobs.resolve(key).getParent());
            Files.write(blobs.resolve(key), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String key) {
        try {
            Files.delete(blobs.resolve(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
