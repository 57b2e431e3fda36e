package dev.albumen.persistence.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** The one PostgreSQL of a test JVM. It gives out databases, each a copy of one that Flyway has migrated. */
public final class TestServer {

    private static final String TEMPLATE = "albumen_template";
    private static final AtomicInteger MADE = new AtomicInteger();

    private TestServer() {}

    /** Settings of a context whose data source is a database of its own, with the whole schema and no rows. */
    public static Map<String, Object> freshDatabase() {
        return settings(Migrated.SERVER, create("TEMPLATE " + TEMPLATE));
    }

    /** The same for a database without any schema, as a first start finds it. */
    public static Map<String, Object> emptyDatabase() {
        return settings(Running.SERVER, create("TEMPLATE template0"));
    }

    private static String create(String from) {
        String name = "albumen_" + MADE.incrementAndGet();
        execute("CREATE DATABASE " + name + " " + from);
        return name;
    }

    private static void execute(String sql) {
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Map<String, Object> settings(EmbeddedPostgres server, String database) {
        return Map.of(
                "datasources.default.url", server.getJdbcUrl("postgres", database),
                "datasources.default.username", "postgres",
                "datasources.default.password", "",
                "datasources.default.dialect", "POSTGRES",
                "flyway.datasources.default.enabled", "true");
    }

    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "64MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Migrated {

        static final EmbeddedPostgres SERVER = migrate();

        private static EmbeddedPostgres migrate() {
            execute("CREATE DATABASE " + TEMPLATE + " TEMPLATE template0");
            Flyway.configure()
                    .dataSource(Running.SERVER.getDatabase("postgres", TEMPLATE))
                    .load()
                    .migrate();
            return Running.SERVER;
        }
    }
}
