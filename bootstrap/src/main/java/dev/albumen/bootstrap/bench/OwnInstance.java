package dev.albumen.bootstrap.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service started for the measuring alone, in a home of its own, with the options that this process was given. */
public final class OwnInstance implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("ready at (http\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CACHE = "-XX:AOTCache=";
    private static final Set<String> SETTINGS_KEPT =
            Set.of("ALBUMEN_IMAGING", "ALBUMEN_IMAGING_WORKERS", "ALBUMEN_JOBS_CONCURRENCY",
                    "ALBUMEN_DATABASE_POOL_SIZE");

    private final Process process;
    private final URI address;
    private final double secondsToReady;
    private final LeftBehind leftBehind;

    private OwnInstance(Process process, URI address, double secondsToReady) {
        this.process = process;
        this.address = address;
        this.secondsToReady = secondsToReady;
        this.leftBehind = new LeftBehind(process::destroy);
    }

    /** Starts it and waits until it answers that it is ready. */
    static OwnInstance start(Path home) {
        return start(home, Map.of(), List.of());
    }

    /** @param settings environment variables of its own */
    public static OwnInstance start(Path home, Map<String, String> settings) {
        return start(home, settings, List.of());
    }

    /** @param jvmOptions besides this process's */
    static OwnInstance start(Path home, Map<String, String> settings, List<String> jvmOptions) {
        long began = System.nanoTime();
        try {
            Path log = home.resolveSibling("bench.log");
            Process process = command(home, settings, jvmOptions).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            try {
                URI address = awaitReady(process, log);
                return new OwnInstance(process, address, (System.nanoTime() - began) / 1e9);
            } catch (RuntimeException e) {
                process.destroy();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder command(Path home, Map<String, String> settings, List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> jvmOptions.isEmpty() || !option.startsWith(CACHE)) // which another option may contradict
                .forEach(command::add);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.albumen.bootstrap.Albumen", "run"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("ALBUMEN_") && !isKept(name));
        builder.environment().put("ALBUMEN_HOME", home.toString());
        builder.environment().put("ALBUMEN_PORT", "0");
        builder.environment().putAll(settings);
        return builder;
    }

    /** Whether an instance that is measured has the setting of this process. */
    private static boolean isKept(String name) {
        return SETTINGS_KEPT.contains(name) || name.startsWith("ALBUMEN_LOAD_");
    }

    private static URI awaitReady(Process process, Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher matcher = ADDRESS.matcher(Files.readString(log));
            if (matcher.find() && ready(URI.create(matcher.group(1)))) {
                return URI.create(matcher.group(1));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        throw new BenchFailed("The service did not start:" + System.lineSeparator() + Files.readString(log));
    }

    private static boolean ready(URI address) {
        try (InputStream answer = address.resolve("/health/readiness").toURL().openStream()) {
            answer.readAllBytes();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public URI address() {
        return address;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Stops it as Ctrl-C would. */
    @Override
    public void close() {
        leftBehind.close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
