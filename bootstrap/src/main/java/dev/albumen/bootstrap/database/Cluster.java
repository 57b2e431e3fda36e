package dev.albumen.bootstrap.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** The folder of the embedded server: its binaries, its log, and one cluster of databases. */
final class Cluster {

    private static final String PREFIX = "data-";
    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final long LOG_KEPT = 10L * 1024 * 1024;
    /** Enough for one service on a small machine; an instance that needs more brings its own PostgreSQL. */
    private static final Map<String, String> CONFIGURATION = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "40"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("effective_cache_size", "512MB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("io_method", "sync"),
            Map.entry("max_wal_size", "512MB"),
            Map.entry("min_wal_size", "64MB"),
            Map.entry("checkpoint_timeout", "10min"),
            Map.entry("timezone", "UTC"),
            Map.entry("lc_messages", "C"));

    private final Path folder;
    private final ClusterFile file;
    private final boolean fresh;

    private Cluster(Path folder, ClusterFile file, boolean fresh) {
        this.folder = folder;
        this.file = file;
        this.fresh = fresh;
    }

    /** The cluster that the folder remembers; otherwise a new one, and what an interrupted first start left is removed. */
    static Cluster in(Path folder) throws IOException {
        Files.createDirectories(folder);
        // Nobody else may look in: the library makes its own folder below writable for everybody.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Optional<ClusterFile> remembered = rememberedIn(folder);
        if (remembered.isPresent()) {
            return new Cluster(folder, remembered.get(), false);
        }
        removeUnfinished(folder);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        return new Cluster(folder, new ClusterFile(PREFIX + password.substring(40), freePort(), password), true);
    }

    static Optional<ClusterFile> rememberedIn(Path folder) throws IOException {
        return ClusterFile.read(fileIn(folder));
    }

    Path path() {
        return folder.resolve(file.folder());
    }

    String password() {
        return file.password();
    }

    /** @param more besides the usual configuration, or in its place */
    EmbeddedPostgres start(Map<String, String> more) throws IOException {
        int port = port();
        Path log = folder.resolve("postgresql.log");
        if (Files.exists(log) && Files.size(log) > LOG_KEPT) {
            Files.delete(log);
        }
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(path())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WITHIN)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setConnectConfig("password", file.password())
                .setDataDirectoryCustomizer(made -> remember(port));
        CONFIGURATION.forEach(builder::setServerConfig);
        more.forEach(builder::setServerConfig);
        return fresh ? startFresh(builder) : builder.start();
    }

    private EmbeddedPostgres startFresh(EmbeddedPostgres.Builder builder) throws IOException {
        Path password = Files.createTempFile(
                folder, "password", ".tmp", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, file.password());
            // Handed to initdb as they are, like everything in the locale's configuration; they come after the
            // library's own "-A trust" and so undo it.
            builder.setLocaleConfig("auth-host", "scram-sha-256");
            builder.setLocaleConfig("auth-local", "scram-sha-256");
            builder.setLocaleConfig("pwfile", password.toString());
            builder.setLocaleConfig("locale-provider", "builtin");
            builder.setLocaleConfig("builtin-locale", "C.UTF-8");
            builder.setLocaleConfig("locale", "C");
            return builder.start();
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /** Called between the making of the cluster and the start of its server. */
    private void remember(int port) {
        try {
            file.at(port).write(fileIn(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of a server that still runs on this cluster, else the remembered one, else a free one. */
    private int port() throws IOException {
        Optional<Postmaster> orphan = Postmaster.of(path());
        if (orphan.isPresent()) {
            return orphan.get().port();
        }
        try (ServerSocket probe = new ServerSocket(file.port(), 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (java.net.BindException e) {
            return freePort();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static Path fileIn(Path folder) {
        return folder.resolve("cluster.properties");
    }

    private static void removeUnfinished(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (File unfinished : entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX)
                            || entry.getFileName().toString().endsWith(".tmp"))
                    .map(Path::toFile)
                    .toList()) {
                FileUtils.deleteQuietly(unfinished);
            }
        }
    }
}
