package dev.albumen.persistence.shared;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Gives every connection what makes statements cheap and a silent server noticed. A setting of the same name wins. */
@Singleton
final class PoolTuning implements BeanCreatedEventListener<DatasourceConfiguration> {

    private static final Map<String, String> DRIVER = Map.of(
            "ApplicationName", "albumen",
            // A statement is parsed and planned once per connection, and its values travel in binary.
            "prepareThreshold", "2",
            "preparedStatementCacheQueries", "128",
            "reWriteBatchedInserts", "true",
            "tcpKeepAlive", "true",
            "connectTimeout", "5",
            // After a failover the same name may lead to what is a replica by now. Rights are never read from one.
            "targetServerType", "primary",
            "hostRecheckSeconds", "2",
            // The last resort against a server that went away without a word.
            "socketTimeout", "300");

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        DRIVER.forEach((name, value) -> pool.getDataSourceProperties().putIfAbsent(name, value));
        if (pool.getMinimumIdle() < 0) {
            pool.setMinimumIdle(2);
        }
        if (pool.getExceptionOverrideClassName() == null) {
            pool.setExceptionOverrideClassName(ReadOnlyEviction.class.getName());
        }
        pool.setConnectionTimeout(Math.min(pool.getConnectionTimeout(), Duration.ofSeconds(5).toMillis()));
        ReturningServer.serve(pool, false);
        return pool;
    }
}
