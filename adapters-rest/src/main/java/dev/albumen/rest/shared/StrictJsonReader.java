package dev.albumen.rest.shared;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** Reads every JSON body, in place of the framework's reader, which forgives too much and names classes. */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
@Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
public final class StrictJsonReader<T> implements MessageBodyReader<T> {

    /** The media type of PATCH bodies (RFC 7396); plain JSON is taken for one too. */
    public static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int MAX_BYTES = 1 << 20;

    @Override
    public boolean isReadable(Argument<T> type, MediaType mediaType) {
        return BeanIntrospector.SHARED.findIntrospection(type.getType()).isPresent();
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, ByteBuffer<?> buffer) throws CodecException {
        T body = read(type, buffer.toByteArray());
        if (buffer instanceof ReferenceCounted counted) {
            counted.release(); // after a failure the caller does
        }
        return body;
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream stream) throws CodecException {
        try (stream) {
            return read(type, stream.readNBytes(MAX_BYTES + 1));
        } catch (IOException e) {
            throw new CodecException("the body ended early", e);
        }
    }

    private T read(Argument<T> type, byte[] bytes) {
        return BodyBinder.bind(type, StrictJson.read(bytes));
    }
}
