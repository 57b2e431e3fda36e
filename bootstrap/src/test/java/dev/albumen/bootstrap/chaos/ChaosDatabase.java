package dev.albumen.bootstrap.chaos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.bootstrap.process.PreparedHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The PostgreSQL of a run, with every safeguard on as in an instance's own, behind a proxy that stays where it is. */
final class ChaosDatabase implements AutoCloseable {

    private static final int STOP_SECONDS = 60;
    private static final int START_TRIES = 5;
    private static final Duration BEFORE_ANOTHER_START = Duration.ofSeconds(1);

    private final Path folder;
    private final FaultProxy proxy;
    private volatile EmbeddedDatabase server;
    private volatile boolean running;

    private ChaosDatabase(Path folder) {
        // It tells at length that a server cannot be stopped that was killed.
        ((Logger) LoggerFactory.getLogger("io.zonky.test")).setLevel(Level.OFF);
        this.folder = folder;
        this.server = EmbeddedDatabase.start(folder);
        this.running = true;
        this.proxy = new FaultProxy(this::address, () -> Trouble.NONE);
    }

    /** @param home a folder that is empty */
    static ChaosDatabase start(Path home) {
        PreparedHome.copyTo(home);
        return new ChaosDatabase(home.resolve("postgres"));
    }

    private Optional<InetSocketAddress> address() {
        return running
                ? Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), uri(server.access()).getPort()))
                : Optional.empty();
    }

    private static URI uri(DatabaseAccess access) {
        return URI.create(access.url().substring("jdbc:".length()));
    }

    /** As the nodes reach it. */
    DatabaseAccess forNodes() {
        DatabaseAccess access = server.access();
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + proxy.port() + uri(access).getPath(), access.user(), access.password());
    }

    /** Without the proxy. */
    DatabaseAccess access() {
        return server.access();
    }

    Connection connect() throws SQLException {
        DatabaseAccess access = access();
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    /** kill -9 of the server with all its processes. */
    void kill() {
        running = false;
        EmbeddedDatabase.runningIn(folder).ifPresent(found -> {
            List<ProcessHandle> all = Stream.concat(Stream.of(found.process()), found.process().descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(gone -> gone.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join());
        });
        proxy.cutAll();
    }

    /** After a kill; returns when it takes connections. */
    void restart() {
        server.close(); // lets go of the lock on the cluster
        server = started();
        running = true;
    }

    /** A child of the old server that was begun as it died may hold its memory for a moment. */
    private EmbeddedDatabase started() {
        for (int tries = 1; ; tries++) {
            try {
                return EmbeddedDatabase.start(folder);
            } catch (IllegalStateException held) {
                if (tries == START_TRIES) {
                    throw held;
                }
                new Ending().pause(BEFORE_ANOTHER_START);
            }
        }
    }

    int cutConnections() {
        return proxy.cutAll();
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        server.close();
    }
}
