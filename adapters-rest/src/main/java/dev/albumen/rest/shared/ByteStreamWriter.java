package dev.albumen.rest.shared;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.body.stream.InputStreamByteBody;
import io.micronaut.http.codec.CodecException;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Sends a {@link ByteStream} as fast as the client takes it, a chunk at a time. */
@Singleton
final class ByteStreamWriter implements ResponseBodyWriter<ByteStream> {

    private final ExecutorService blocking;
    private final Scheduler reading;

    ByteStreamWriter(@Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = blocking;
        this.reading = Schedulers.fromExecutor(blocking);
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies, HttpRequest<?> request, HttpResponse<?> response, Argument<ByteStream> type,
            MediaType mediaType, ByteStream bytes) {
        if (bytes.length() == ByteStream.UNKNOWN) {
            return InputStreamByteBody.create(bytes.stream(), OptionalLong.empty(), blocking, bodies);
        }
        var stream = new BoundedStream(bytes.stream(), bytes.length());
        return bodies.adapt(Pieces.of(stream, bodies.readBufferFactory(), reading, blocking), BodySizeLimits.UNLIMITED,
                response.getHeaders(), () -> blocking.execute(() -> Pieces.close(stream)));
    }

    @Override
    public void writeTo(
            Argument<ByteStream> type, MediaType mediaType, ByteStream bytes, MutableHeaders headers, OutputStream out)
            throws CodecException {
        throw new UnsupportedOperationException("only answers are streamed");
    }
}
