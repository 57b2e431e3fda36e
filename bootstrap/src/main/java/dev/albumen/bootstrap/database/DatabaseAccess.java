package dev.albumen.bootstrap.database;

/**
 * How to reach the database.
 *
 * @param url for JDBC
 */
public record DatabaseAccess(String url, String user, String password) {

    @Override
    public String toString() {
        return url;
    }
}
