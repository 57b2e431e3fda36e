package dev.albumen.imaging.rendition;

import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine, run on a file that may be hostile: niced, without input, with bounds on its time, memory
 * and output. It goes on without us for no longer than its bound on processor time.
 */
record ChildProgram(Path program) {

    /** Address space in KiB, seconds of processor time, and length of a written file in 512 bytes. */
    private static final String BOUNDS = "ulimit -v 2097152 2>/dev/null; ulimit -t 60; ulimit -f 1048576; "
            + "exec nice -n 10 \"$0\" \"$@\"";
    private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";
    private static final int MAX_SAID = 8192;

    /**
     * What came of it.
     *
     * @param inTime whether it ended by itself
     * @param output the beginning of what it said
     * @param errors the beginning of what it said on the other stream
     */
    record Outcome(boolean inTime, int exitCode, String output, String errors) {

        boolean succeeded() {
            return inTime && exitCode == 0;
        }
    }

    /** @param folder where its output is kept meanwhile */
    Outcome run(Path folder, Duration limit, List<String> arguments) {
        try {
            Path output = Files.createTempFile(folder, "output", "");
            Path errors = Files.createTempFile(folder, "errors", "");
            try {
                Process process = start(arguments, output, errors);
                boolean inTime = ended(process, limit);
                return new Outcome(inTime, inTime ? process.exitValue() : -1, start(output), start(errors));
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new DependencyException("running " + program.getFileName(), e);
        }
    }

    private Process start(List<String> arguments, Path output, Path errors) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", BOUNDS, program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        // it needs none of ours, which may hold secrets
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", DEFAULT_PATH);
        environment.clear();
        environment.putAll(Map.of("PATH", path, "LC_ALL", "C", "AV_LOG_FORCE_NOCOLOR", "1"));
        return builder.start();
    }

    private static boolean ended(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyException("interrupted while a program ran", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_SAID), StandardCharsets.UTF_8);
        }
    }
}
