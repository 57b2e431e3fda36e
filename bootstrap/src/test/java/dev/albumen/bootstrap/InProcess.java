package dev.albumen.bootstrap;

import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.PreparedHome;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.imaging.rendition.RunningEngine;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The whole service within the test's process, for tests that look at its beans. */
public final class InProcess implements AutoCloseable {

    private final Home home;
    private final RunningEngine engine;
    private final EmbeddedDatabase database;
    private final ApplicationContext context;
    private final EmbeddedServer server;

    private InProcess(Home home, RunningEngine engine, EmbeddedDatabase database, ApplicationContext context) {
        this.home = home;
        this.engine = engine;
        this.database = database;
        this.context = context;
        this.server = context.getBean(EmbeddedServer.class);
    }

    /** Starts it on an empty home, with a superadmin whose password is {@link AlbumenProcess#ADMIN_PASSWORD}. */
    public static InProcess start(Path folder) {
        PreparedHome.copyTo(folder);
        Settings settings = Settings.read(Map.of(), Map.of("albumen.home", folder.toString(), "albumen.port", "0"));
        Home home = Home.open(folder.toString());
        EmbeddedDatabase database = EmbeddedDatabase.start(home.folder().resolve("postgres"));
        RunningEngine engine = PictureEngine.start(settings, home);
        ApplicationContext context = ServiceContext.start(settings, home, database.access(), engine);
        InProcess started = new InProcess(home, engine, database, context);
        started.server.start();
        return started;
    }

    public URI address() {
        return server.getURI();
    }

    public ApplicationContext context() {
        return context;
    }

    public DatabaseAccess database() {
        return database.access();
    }

    @Override
    public void close() {
        server.stop();
        context.close();
        database.close();
        engine.close();
        home.close();
    }
}
