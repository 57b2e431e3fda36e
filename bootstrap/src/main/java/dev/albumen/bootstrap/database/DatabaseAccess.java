package dev.albumen.bootstrap.database;

import java.time.Duration;

/**
 * How to reach the database.
 *
 * @param url for JDBC
 */
public record DatabaseAccess(String url, String user, String password) {

    private static final String SERVER_TYPE = "targetServerType";
    private static final String OPTIONS = "options";

    /**
     * To a database that somebody else runs. Of its hosts, which may change hands, the one that takes writes is meant, unless
     * the address says otherwise.
     */
    public static DatabaseAccess existing(String url, String user, String password) {
        return new DatabaseAccess(with(url, SERVER_TYPE, "primary"), user, password);
    }

    /** The address for changes of the schema. They wait for no lock for longer, unless it has options of its own. */
    public String urlForChanges(Duration longestWaitForLocks) {
        return with(url, OPTIONS, "-c%20lock_timeout%3D" + longestWaitForLocks.toMillis());
    }

    private static String with(String url, String name, String value) {
        return url.contains(name + "=") ? url : url + (url.contains("?") ? "&" : "?") + name + "=" + value;
    }

    @Override
    public String toString() {
        return url;
    }
}
