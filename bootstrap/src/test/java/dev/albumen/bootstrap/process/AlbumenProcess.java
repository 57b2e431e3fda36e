package dev.albumen.bootstrap.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real Albumen in a process of its own, started from the distribution on a free port of loopback. Closing stops it and
 * whatever it left running.
 *
 * <pre>{@code
 * try (AlbumenProcess albumen = AlbumenProcess.start(home, Map.of("ALBUMEN_STORAGE", "disk"))) {
 *     URI albums = albumen.awaitReady().resolve("/api/v1/albums");
 *     albumen.kill();
 * }
 * }</pre>
 */
public final class AlbumenProcess implements AutoCloseable {

    /** What the superadmin's password is, unless the settings say otherwise. */
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("ready at (http\\S+)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Process process;
    private final Path home;
    private final Path out;
    private final Path err;

    private AlbumenProcess(Process process, Path home, Path out, Path err) {
        this.process = process;
        this.home = home;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts {@code albumen run} on a home, with settings by their environment names over the fixture's own. An empty home
     * is given a database first, which is what takes longest in a first start.
     */
    public static AlbumenProcess start(Path home, Map<String, String> settings) {
        PreparedHome.copyTo(home);
        return startUnprepared(home, settings);
    }

    /** Starts {@code albumen run} on a home as it is, for tests of the first start. */
    public static AlbumenProcess startUnprepared(Path home, Map<String, String> settings) {
        return start(home, settings, List.of("run"));
    }

    /** Starts any command on a home as it is. */
    public static AlbumenProcess start(Path home, Map<String, String> settings, List<String> command) {
        return start(home, settings, command, PreparedHome.cachedCode());
    }

    static AlbumenProcess start(Path home, Map<String, String> settings, List<String> command, List<String> jvmOptions) {
        return launch(home, settings, command, jvmOptions, List.of());
    }

    /** The same with more options of the JVM, and with more behind the distribution on its class path. */
    public static AlbumenProcess start(
            Path home, Map<String, String> settings, List<String> command, List<String> jvmOptions, List<Path> more) {
        return launch(home, settings, command, Stream.concat(PreparedHome.cachedCode().stream(), jvmOptions.stream()).toList(), more);
    }

    /** Starts {@code run} of another release on a home as it is. Of settings it is given only those that it is to know. */
    public static AlbumenProcess startOther(Path lib, Path home, Map<String, String> settings) {
        return launch(home, settings, List.of("run"), List.of(), lib, List.of());
    }

    private static AlbumenProcess launch(
            Path home, Map<String, String> settings, List<String> command, List<String> jvmOptions, List<Path> more) {
        return launch(home, settings, command, jvmOptions, Path.of("target", "distribution", "lib").toAbsolutePath(), more);
    }

    private static AlbumenProcess launch(
            Path home, Map<String, String> settings, List<String> command, List<String> jvmOptions, Path lib, List<Path> more) {
        try {
            Path out = Files.createTempFile("albumen", ".out");
            Path err = Files.createTempFile("albumen", ".err");
            ProcessBuilder builder = new ProcessBuilder(
                            Stream.of(java(), jvmOptions, program(lib, more), command).flatMap(List::stream).toList())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ALBUMEN_"));
            builder.environment().put("ALBUMEN_HOME", home.toString());
            builder.environment().put("ALBUMEN_PORT", "0");
            builder.environment().put("ALBUMEN_ADMIN_PASSWORD", ADMIN_PASSWORD);
            // Where labels are not what a test is about, they are work that nobody waits for.
            builder.environment().put("ALBUMEN_LABELS_AFTER_UPLOAD", "false");
            builder.environment().putAll(settings);
            return new AlbumenProcess(builder.start(), home, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher's command line; the cheap compiler alone, because these processes live for seconds. */
    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=128m", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true");
    }

    private static List<String> program(Path lib, List<Path> more) {
        String distribution = lib + File.separator + "*";
        String path = Stream.concat(Stream.of(distribution), more.stream().map(Path::toString)).collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", path, "dev.albumen.bootstrap.Albumen");
    }

    /** Waits until the service says that it is ready, and returns its address. */
    public URI awaitReady() {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<URI> address = address();
            if (address.isPresent() && isReady(address.get())) {
                return address.get();
            }
            if (endsWithin(Duration.ofMillis(25))) {
                throw new AssertionError("It ended with " + process.exitValue() + ":\n" + output() + errors());
            }
        }
        throw new AssertionError("It was not ready within " + DEADLINE + ":\n" + output() + errors());
    }

    private Optional<URI> address() {
        Matcher matcher = ADDRESS.matcher(output());
        return matcher.find() ? Optional.of(URI.create(matcher.group(1))) : Optional.empty();
    }

    private static boolean isReady(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Asks the process to end, as Ctrl-C and a service manager do, waits for it, and returns its exit code. */
    public int terminate() {
        return terminate(DEADLINE);
    }

    int terminate(Duration patience) {
        process.destroy();
        return awaitExit(patience);
    }

    /** Ends the process at once (kill -9). Its database server goes on. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Ends the database server of this home at once (kill -9), with all its processes. */
    public void killDatabase() {
        postmaster().ifPresent(server -> {
            List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(gone -> gone.onExit().orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join());
        });
    }

    /** The database server of this home; empty where none runs. */
    public Optional<ProcessHandle> postmaster() {
        try (Stream<Path> files = Files.list(home.resolve("postgres"))) {
            return files.map(cluster -> cluster.resolve("postmaster.pid"))
                    .filter(Files::exists)
                    .findFirst()
                    .map(AlbumenProcess::firstLine)
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
        } catch (IOException | UncheckedIOException e) {
            // Not made yet, or gone while we looked.
            return Optional.empty();
        }
    }

    /** Waits until the process has ended, and returns its exit code. */
    public int awaitExit() {
        return awaitExit(DEADLINE);
    }

    private int awaitExit(Duration patience) {
        if (!endsWithin(patience)) {
            throw new AssertionError("It did not end within " + patience + ":\n" + output() + errors());
        }
        return process.exitValue();
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What it has written to stdout. */
    public String output() {
        return text(out);
    }

    /** What it has written to stderr. */
    public String errors() {
        return text(err);
    }

    public long pid() {
        return process.pid();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Path file) {
        return text(file).lines().findFirst().orElseThrow().strip();
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!endsWithin(Duration.ofSeconds(30))) {
                process.destroyForcibly();
            }
            killDatabase();
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
