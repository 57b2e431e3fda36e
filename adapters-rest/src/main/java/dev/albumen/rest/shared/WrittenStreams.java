package dev.albumen.rest.shared;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;

/** Makes bodies of what writes its bytes instead of giving them to read. */
@Singleton
public final class WrittenStreams {

    private final ExecutorService blocking;

    WrittenStreams(@Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = blocking;
    }

    /** Writes bytes; what the stream throws means that nobody wants them any more. */
    @FunctionalInterface
    public interface Writing {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A body of unknown length. The writing waits for the client, and ends with it. */
    public Object of(Writing writing) {
        var pipe = new Pipe();
        blocking.execute(() -> pipe.fill(writing));
        return new ByteStream(pipe, ByteStream.UNKNOWN);
    }
}
