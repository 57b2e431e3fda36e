package dev.albumen.rest.shared;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/**
 * A stream as pieces that are read when they are wanted. The framework's own way reads 8 KiB at a time and hands each from one
 * thread to another, which costs more than the reading and the sending.
 */
final class Pieces {

    private static final Logger LOG = LoggerFactory.getLogger(Pieces.class);
    /** Two or three of them are in memory for each client. */
    private static final int BYTES = 128 << 10;

    private Pieces() {}

    /** Read on the scheduler, closed on the executor, after the last one and when nobody wants more. */
    static Flux<ReadBuffer> of(BoundedStream stream, ReadBufferFactory buffers, Scheduler reading, Executor closing) {
        return Flux.<ReadBuffer, BoundedStream>generate(() -> stream, (bytes, sink) -> next(bytes, buffers, sink),
                        bytes -> closing.execute(() -> close(bytes)))
                .subscribeOn(reading);
    }

    private static BoundedStream next(BoundedStream bytes, ReadBufferFactory buffers, SynchronousSink<ReadBuffer> sink) {
        try {
            byte[] piece = bytes.readNBytes((int) Math.min(BYTES, bytes.left()));
            if (piece.length == 0) {
                sink.complete();
            } else {
                sink.next(buffers.adapt(piece));
            }
        } catch (IOException e) {
            sink.error(e);
        }
        return bytes;
    }

    static void close(BoundedStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            LOG.debug("a stream did not close", e);
        }
    }
}
