package dev.albumen.bootstrap;

import dev.albumen.bootstrap.database.Database;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.bootstrap.database.ExistingDatabase;
import dev.albumen.bootstrap.database.RunningDatabase;
import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.PreparedHome;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.imaging.rendition.RunningEngine;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The whole service within the test's process, for tests that look at its beans. */
public final class InProcess implements AutoCloseable {

    private final Home home;
    private final RunningEngine engine;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private Database database;

    private InProcess(Home home, RunningEngine engine, Database database, ApplicationContext context) {
        this.home = home;
        this.engine = engine;
        this.database = database;
        this.context = context;
        this.server = context.getBean(EmbeddedServer.class);
    }

    /** Starts it on an empty home, with a superadmin whose password is {@link AlbumenProcess#ADMIN_PASSWORD}. */
    public static InProcess start(Path folder) {
        return start(folder, Map.of());
    }

    /** The same with settings by their environment names. */
    public static InProcess start(Path folder, Map<String, String> environment) {
        PreparedHome.copyTo(folder);
        Settings settings = settings(environment, folder);
        Home home = Home.open(folder.toString());
        Database database = settings.find(KnownSettings.DATABASE_URL).isPresent()
                ? ExistingDatabase.at(RunningDatabase.of(settings))
                : EmbeddedDatabase.start(home.folder().resolve("postgres"));
        RunningEngine engine = PictureEngine.start(settings, home);
        ApplicationContext context = ServiceContext.start(settings, home, database.access(), engine);
        InProcess started = new InProcess(home, engine, database, context);
        started.server.start();
        return started;
    }

    /**
     * A further node of the same instance: on its database and its blobs, with beans and an address of its own.
     *
     * @param folder empty; for what the node has for itself
     */
    public Node anotherNode(Path folder) throws IOException {
        return anotherNode(folder, Map.of());
    }

    /** The same with settings by their environment names. */
    public Node anotherNode(Path folder, Map<String, String> environment) throws IOException {
        Home own = Home.open(folder.toString());
        Files.copy(home.folder().resolve("secret.key"), own.folder().resolve("secret.key"));
        Files.createSymbolicLink(own.folder().resolve("blobs"), home.folder().resolve("blobs"));
        Settings settings = settings(environment, folder);
        Node node = new Node(own, ServiceContext.start(settings, own, database.access(), engine));
        node.server().start();
        return node;
    }

    /** Where labels are not what a test is about, they are work that nobody waits for. */
    private static Settings settings(Map<String, String> environment, Path folder) {
        Map<String, String> all = new HashMap<>(Map.of("ALBUMEN_LABELS_AFTER_UPLOAD", "false"));
        all.putAll(environment);
        return Settings.read(all, Map.of("albumen.home", folder.toString(), "albumen.port", "0"));
    }

    /** @param context not its own database and engine */
    public record Node(Home home, ApplicationContext context) implements AutoCloseable {

        private EmbeddedServer server() {
            return context.getBean(EmbeddedServer.class);
        }

        public URI address() {
            return server().getURI();
        }

        @Override
        public void close() {
            server().stop();
            context.close();
            home.close();
        }
    }

    public URI address() {
        return server.getURI();
    }

    /** Ends the database server with all of its processes at once (kill -9), and starts it again where it was. */
    public void restartDatabase() {
        Path folder = home.folder().resolve("postgres");
        ProcessHandle server = EmbeddedDatabase.runningIn(folder).orElseThrow().process();
        List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(gone -> gone.onExit().orTimeout(1, TimeUnit.MINUTES).join());
        database.close(); // there is nothing to stop any more, but a lock that it holds
        database = EmbeddedDatabase.start(folder);
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
