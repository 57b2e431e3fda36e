package dev.albumen.bootstrap.chaos;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of JSON lines: one before each call, one after it, and one for each fault. A line is on the disk when its method
 * returns, so that the journal outlives the run itself.
 */
final class Journal implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** One of the three. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(@Nullable Call call, @Nullable Outcome outcome, @Nullable Fault fault) {}

    /** Makes the file, or goes on at its end. */
    static Journal open(Path file) {
        try {
            return new Journal(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void before(Call call) {
        write(new Line(call, null, null));
    }

    void after(Outcome outcome) {
        write(new Line(null, outcome, null));
    }

    void fault(Fault fault) {
        write(new Line(null, null, fault));
    }

    private void write(Line line) {
        try {
            byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
            synchronized (this) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            // Outside of the lock: one force serves all that were written before it.
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All calls in the order of their beginnings. A line that was cut off by the end of the run is left out. */
    static List<Recorded> read(Path file) {
        List<Call> calls = new ArrayList<>();
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (Line line : lines(file)) {
            if (line.call() != null) {
                calls.add(line.call());
            }
            if (line.outcome() != null) {
                outcomes.put(line.outcome().call(), line.outcome());
            }
        }
        return calls.stream().map(call -> new Recorded(call, Optional.ofNullable(outcomes.get(call.number())))).toList();
    }

    /** All faults in their order. */
    static List<Fault> faults(Path file) {
        return lines(file).stream().flatMap(line -> Optional.ofNullable(line.fault()).stream()).toList();
    }

    private static List<Line> lines(Path file) {
        try {
            String text = Files.readString(file);
            List<Line> lines = new ArrayList<>();
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                lines.add(JSON.readValue(line, Line.class));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
