package dev.albumen.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;

/**
 * A few connections of their own for what comes with nearly every request: look-ups by key, and pages of lists that have
 * one best plan whatever their values. On them a statement is planned once. Elsewhere the server plans many of them anew
 * each time, because with the values in hand they look cheaper than in general, and that costs as much as the statement
 * itself. Slow searches cannot starve them either.
 */
@Singleton
public final class Lookups {

    private static final int CONNECTIONS = 8;

    private final HikariDataSource pool;
    private final Sql sql;

    Lookups(DatasourceConfiguration main, ConnectionOperations<Connection> current) {
        HikariConfig own = new HikariConfig();
        own.setPoolName("lookups");
        own.setJdbcUrl(main.getUrl());
        own.setUsername(main.getUsername());
        own.setPassword(main.getPassword());
        main.getDataSourceProperties().forEach((name, value) -> own.addDataSourceProperty(name.toString(), value));
        own.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        own.setConnectionTimeout(main.getConnectionTimeout());
        own.setMaximumPoolSize(CONNECTIONS);
        own.setMinimumIdle(1);
        this.pool = new HikariDataSource(own);
        this.sql = new Sql(current, pool);
    }

    /** Runs statements on these connections, each alone. */
    public Sql sql() {
        return sql;
    }

    /** A look-up whose callers share statements, and what they found while nothing changes; see {@link KeptFinds}. */
    public <K, V> JointLookup<K, V> joint(String name, KeptFinds.Statement<K, V> statement) {
        KeptFinds<K, V> finds = new KeptFinds<>(sql, statement);
        return new JointLookup<>(name, 1, finds::find);
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
