package dev.albumen.bootstrap;

import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.LockedSchema;
import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;
import dev.albumen.bootstrap.wiring.UseCases;
import dev.albumen.imaging.rendition.RunningEngine;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Translates our settings into the framework's. Everything that never changes is in {@code application.yml}. */
final class ServiceContext {

    /** Whoever waits for a lock on a table has all others wait behind it. A start that gets none fails, and is tried again. */
    static final Duration LONGEST_WAIT_FOR_LOCKS = Duration.ofSeconds(10);

    private ServiceContext() {}

    /** @throws StartRefused where the schema is to be changed, and somebody else holds what that takes */
    static ApplicationContext start(Settings settings, Home home, DatabaseAccess database, RunningEngine engine) {
        return start(settings, home, database, engine, LONGEST_WAIT_FOR_LOCKS);
    }

    static ApplicationContext start(
            Settings settings, Home home, DatabaseAccess database, RunningEngine engine, Duration longestWaitForLocks) {
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties(settings, home, database, longestWaitForLocks))
                .banner(false)
                .build();
        UseCases.register(context);
        context.registerSingleton(PictureLimits.of(settings));
        context.registerSingleton(new SigningIn(settings).policy());
        context.registerSingleton(new SigningIn(settings).providers());
        context.registerSingleton(engine);
        try {
            return context.start();
        } catch (RuntimeException e) {
            context.close();
            throw LockedSchema.of(e, settings.find(KnownSettings.DATABASE_URL).isPresent() ? KnownSettings.DATABASE_URL : KnownSettings.HOME)
                    .<RuntimeException>map(refused -> refused).orElse(e);
        }
    }

    private static Map<String, Object> properties(
            Settings settings, Home home, DatabaseAccess database, Duration longestWaitForLocks) {
        Map<String, Object> properties = new HashMap<>(settings.values());
        properties.put(KnownSettings.HOME.key(), home.folder().toString());
        properties.put("micronaut.server.host", settings.get(KnownSettings.HOST));
        // The framework takes -1 for any free port.
        String port = settings.get(KnownSettings.PORT);
        properties.put("micronaut.server.port", port.equals("0") ? "-1" : port);
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", database.user());
        properties.put("datasources.default.password", database.password());
        properties.put("datasources.default.maximum-pool-size", settings.get(KnownSettings.DATABASE_POOL_SIZE));
        properties.put("datasources.default.connection-init-sql", "SET statement_timeout = '"
                + forDatabase(settings.get(KnownSettings.DATABASE_STATEMENT_TIMEOUT)) + "'; SET lock_timeout = '"
                + forDatabase(settings.get(KnownSettings.DATABASE_LOCK_TIMEOUT)) + "'");
        // Connections of its own: a change of the schema may take longer than any statement of ours.
        properties.put("flyway.datasources.default.url", database.urlForChanges(longestWaitForLocks));
        properties.put("flyway.datasources.default.user", database.user());
        properties.put("flyway.datasources.default.password", database.password());
        settings.find(KnownSettings.CORS_ORIGINS).ifPresent(origins -> {
            properties.put("micronaut.server.cors.enabled", true);
            properties.put(
                    "micronaut.server.cors.configurations.web.allowed-origins",
                    Arrays.stream(origins.split(",")).map(String::strip).toList());
        });
        return properties;
    }

    /** Of what settings write, PostgreSQL reads all but minutes. */
    private static String forDatabase(String duration) {
        return duration.endsWith("m") ? duration + "in" : duration;
    }
}
