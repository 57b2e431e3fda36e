package dev.albumen.bootstrap.database;

/**
 * How to reach the database.
 *
 * @param url for JDBC
 */
public record DatabaseAccess(String url, String user, String password) {

    private static final String SERVER_TYPE = "targetServerType";

    /**
     * To a database that somebody else runs. Of its hosts, which may change hands, the one that takes writes is meant, unless
     * the address says otherwise.
     */
    public static DatabaseAccess existing(String url, String user, String password) {
        String meant = url.contains(SERVER_TYPE + "=") ? url : url + (url.contains("?") ? "&" : "?") + SERVER_TYPE + "=primary";
        return new DatabaseAccess(meant, user, password);
    }

    @Override
    public String toString() {
        return url;
    }
}
