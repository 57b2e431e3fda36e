package dev.albumen.bootstrap.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A home on which Albumen was started once. It is made with the first test that wants one after a build, in
 * {@code target/prepared}, and copied for each: that spares them to unpack PostgreSQL, to make a cluster and to migrate.
 * That start also trains the JVM's cache of loaded code, which spares the others half of their work.
 */
public final class PreparedHome {

    private static final Path FOLDER = Path.of("target", "prepared").toAbsolutePath();
    private static final Path HOME = FOLDER.resolve("home");
    private static final Path CODE = FOLDER.resolve("albumen.aot");
    private static final Path BINARIES = Path.of("postgres", "binaries");
    private static final Path UNPACKED = FOLDER.resolve("binaries");
    private static final Path CLUSTER = Path.of("postgres", "cluster.properties");
    private static final Duration TRAINING = Duration.ofMinutes(5);
    private static final List<String> LOOKED_AT =
            List.of("/health/readiness", "/prometheus", "/docs", "/api/v1/users/me", "/api/v1/public/shares/none");

    private PreparedHome() {}

    /** Fills an empty home; one that has been used is left as it is. */
    public static void copyTo(Path home) {
        try {
            if (isUsed(home)) {
                return;
            }
            make();
            Files.createDirectories(home);
            // A cluster is thousands of files, with which a program is done in a quarter of the time.
            run("cp", "-a", HOME + "/.", home.toString());
            linkBinaries(home);
            Properties cluster = new Properties();
            try (var file = Files.newBufferedReader(HOME.resolve(CLUSTER))) {
                cluster.load(file);
            }
            // Copies that run at the same time need a port each; 0 stands for any free one.
            cluster.setProperty("port", "0");
            try (var file = Files.newBufferedWriter(home.resolve(CLUSTER))) {
                cluster.store(file, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spares a first start the unpacking of PostgreSQL, and nothing else. */
    static void linkBinariesTo(Path home) {
        try {
            make();
            linkBinaries(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody writes into PostgreSQL's programs, so that all homes may have the same. */
    private static void linkBinaries(Path home) throws IOException {
        Path binaries = Files.createDirectories(home.resolve(BINARIES));
        try (Stream<Path> unpacked = Files.list(UNPACKED)) {
            for (Path folder : unpacked.filter(Files::isDirectory).toList()) {
                Files.createSymbolicLink(binaries.resolve(folder.getFileName()), folder);
            }
        }
    }

    /** The cached code of this build, where there is some by now. */
    static List<String> cachedCode() {
        return Files.exists(CODE) ? List.of("-XX:AOTCache=" + CODE, "-Xlog:aot*=off", "-Xlog:cds*=off") : List.of();
    }

    private static boolean isUsed(Path home) throws IOException {
        if (!Files.exists(home)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(home)) {
            return entries.findAny().isPresent();
        }
    }

    /** Once, whichever of the tests' processes comes first. */
    private static synchronized void make() throws IOException {
        Files.createDirectories(FOLDER);
        try (FileChannel channel = FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (Files.exists(HOME)) {
                return;
            }
            Path draft = Files.createTempDirectory(FOLDER, "home");
            Path code = draft.resolveSibling(draft.getFileName() + ".aot");
            try (AlbumenProcess first = AlbumenProcess.start(
                    draft, Map.of(), List.of("run"), List.of("-XX:AOTCacheOutput=" + code))) {
                Client visitor = Client.of(first.awaitReady());
                LOOKED_AT.forEach(visitor::get);
                visitor.post("auth/login", Map.of("login", "nobody", "password", Client.PASSWORD)).expect(401);
                first.terminate(TRAINING);
            }
            if (Files.exists(code)) {
                Files.move(code, CODE, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(draft.resolve(BINARIES), UNPACKED, StandardCopyOption.ATOMIC_MOVE);
            Files.move(draft, HOME, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
