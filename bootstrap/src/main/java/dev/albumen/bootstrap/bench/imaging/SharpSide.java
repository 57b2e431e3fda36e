package dev.albumen.bootstrap.bench.imaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.ProcessUsage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** sharp in a process of Node's, in one of two ways. */
final class SharpSide implements Side {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mode mode;
    private final Process process;
    private final BufferedReader answers;
    private final Writer tasks;

    /** How it gets from the original to the sizes. */
    enum Mode {
        /** Each from the original, as galleries have it done. */
        PIPELINES("sharp-pipelines"),
        /** Each from the next larger one. */
        ONE_DECODE("sharp-one-decode");

        private final String engine;

        Mode(String engine) {
            this.engine = engine;
        }

        private String told() {
            return this == PIPELINES ? "pipelines" : "one-decode";
        }
    }

    private SharpSide(Mode mode, Process process) {
        this.mode = mode;
        this.process = process;
        this.answers = process.inputReader();
        this.tasks = process.outputWriter();
    }

    static SharpSide start(Mode mode, NodeFolder node) {
        try {
            return new SharpSide(mode, node.command(List.of("node", "render.mjs"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new BenchFailed("PATH: node was not found; install Node 20 or newer");
        }
    }

    @Override
    public String engine() {
        return mode.engine;
    }

    @Override
    public void render(Input input, int times, Path into) {
        Map<String, Object> task = new HashMap<>(Outputs.told());
        task.putAll(Map.of("mode", mode.told(), "file", input.file().toString(), "into", into.toString(), "times", times));
        try {
            tasks.write(JSON.writeValueAsString(task) + "\n");
            tasks.flush();
            String answer = answers.readLine();
            if (!"done".equals(answer)) {
                throw new BenchFailed(engine() + " on " + input.name() + ": " + (answer == null ? "it ended" : answer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double cpuMillis() {
        return ProcessUsage.cpuMillis(process.pid());
    }

    @Override
    public void resetPeak() {
        ProcessUsage.resetPeak(process.pid());
    }

    @Override
    public long peakBytes() {
        return ProcessUsage.peakBytes(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
