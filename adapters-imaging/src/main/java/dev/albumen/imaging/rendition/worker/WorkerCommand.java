package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.domain.rendition.Recipe;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** How a worker's process is started: small, at the lowest priority, and knowing nothing that it does not need. */
final class WorkerCommand {

    /** Looked for by programs that are to stay as they are; none of ours, which may be secret. */
    private static final List<String> KEPT = List.of("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TZ");
    private static final List<Class<?>> EVERYWHERE = List.of(Recipe.class, Renderer.class, WorkerMain.class, Logger.class);
    private static final int DIRECT_MEBIBYTES = 256;
    /**
     * Of glibc: what one picture's pixels took is kept for the next one's. Given back and asked for again, it would be filled
     * with zeros each time.
     */
    private static final String KEPT_BYTES = String.valueOf(32 << 20);

    private WorkerCommand() {}

    /** @param scratch an empty folder of the worker's own, its working directory */
    static ProcessBuilder of(WorkerEngine engine, Path scratch) {
        List<String> command = new ArrayList<>(nice());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xms16m", "-Xmx" + engine.heapMebibytes() + "m", "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=" + DIRECT_MEBIBYTES + "m",
                "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + scratch.resolve("crash.log"),
                // The JVM's own words would get among the answers.
                "-XX:+DisplayVMOutputToStderr",
                "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
                "-Dslf4j.internal.verbosity=ERROR", "-Djava.io.tmpdir=" + scratch));
        command.addAll(engine.jvmOptions());
        command.addAll(List.of("-cp", classPath(engine), WorkerMain.class.getName(), engine.host().getName()));
        command.addAll(engine.arguments());
        ProcessBuilder builder = new ProcessBuilder(command).directory(scratch.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT);
        environment.putAll(Map.of(
                "MALLOC_ARENA_MAX", "2", "MALLOC_MMAP_THRESHOLD_", KEPT_BYTES, "MALLOC_TRIM_THRESHOLD_", KEPT_BYTES,
                "VIPS_WARNING", "0", "HOME", scratch.toString(), "TMPDIR", scratch.toString()));
        return builder;
    }

    /** Of all its threads, the compiler's and the collector's too; empty where there is no such program. */
    private static List<String> nice() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "nice"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(nice -> List.of(nice.toString(), "-n", "19"))
                .orElse(List.of());
    }

    private static String classPath(WorkerEngine engine) {
        return Stream.of(EVERYWHERE.stream(), Stream.of(engine.host()), engine.libraries().stream())
                .flatMap(classes -> classes)
                .map(WorkerCommand::whereFrom)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String whereFrom(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + " comes from nowhere", e);
        }
    }
}
