package dev.albumen.rest.shared;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;

/** Makes bodies of what comes while it is sent. */
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

    /** A body of unknown length, read where it may block, as far as the client takes it, and closed with the answer. */
    public static Object read(InputStream bytes) {
        return new ByteStream(bytes, ByteStream.UNKNOWN);
    }
}
