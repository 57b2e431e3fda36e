package dev.albumen.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.albumen.application.shared.Page;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/**
 * A few connections of their own for what comes with nearly every request: look-ups by key, and pages of lists that have
 * one best plan whatever their values. On them a statement is planned once. Elsewhere the server plans many of them anew
 * each time, because with the values in hand they look cheaper than in general, and that costs as much as the statement
 * itself. Slow searches cannot starve them either. A look-up whose answers are kept has a connection to itself.
 */
@Singleton
public final class Lookups {

    private static final int CONNECTIONS = 6;

    private final DatasourceConfiguration main;
    private final ConnectionOperations<Connection> current;
    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();
    private final Sql sql;
    private final JointLookup<Boolean, String> states;
    /** Pages are kept under what this says; one for all of them. */
    private final DatabaseState state;

    Lookups(DatasourceConfiguration main, ConnectionOperations<Connection> current) {
        this.main = main;
        this.current = current;
        this.sql = connected("lookups", CONNECTIONS);
        Sql stating = connected("lookups-state", 1);
        this.states = new JointLookup<>("state", 1, asked -> Map.of(true, stating.one(KeptFinds.NOW, row -> row.text("state"))));
        this.state = new DatabaseState(() -> states.find(true).orElseThrow());
    }

    /** Runs statements on so many connections of their own, except within a transaction, which they join. */
    public Sql connected(String name, int connections) {
        HikariConfig own = new HikariConfig();
        own.setPoolName(name);
        own.setJdbcUrl(main.getUrl());
        own.setUsername(main.getUsername());
        own.setPassword(main.getPassword());
        main.getDataSourceProperties().forEach((key, value) -> own.addDataSourceProperty(key.toString(), value));
        own.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        own.setConnectionTimeout(main.getConnectionTimeout());
        own.setMaximumPoolSize(connections);
        own.setMinimumIdle(1);
        // Made when it is first wanted, which may be while there is no database: whoever asks then hears so from the statement.
        own.setInitializationFailTimeout(-1);
        ReturningServer.serve(own, true);
        HikariDataSource pool = new HikariDataSource(own);
        pools.add(pool);
        return new Sql(current, pool);
    }

    /** Runs statements on these connections, each alone. */
    public Sql sql() {
        return sql;
    }

    /** A look-up whose callers share statements, and what they found while nothing changes; see {@link KeptFinds}. */
    public <K, V> JointLookup<K, V> joint(String name, KeptFinds.Statement<K, V> statement) {
        KeptFinds<K, V> finds = new KeptFinds<>(connected("lookups-" + name, 1), statement);
        return new JointLookup<>(name, 1, finds::find);
    }

    /** Pages of lists that do not depend on the time, and that many ask for; see {@link KeptPages}. */
    public <K, T> KeptPages<K, Page<T>> pages() {
        return pages(page -> page.items().size());
    }

    /** The same for what else lists are read by. */
    public <K, P> KeptPages<K, P> pages(ToIntFunction<P> size) {
        return new KeptPages<>(state, sql, size);
    }

    @PreDestroy
    void close() {
        states.close();
        pools.forEach(HikariDataSource::close);
    }
}
